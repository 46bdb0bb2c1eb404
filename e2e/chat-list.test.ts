import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { composer, openChat, sees, send, signIn } from './screens.ts';
import { numbered, writeHistory } from './suite/history.ts';
import { asAdministrator } from './suite/suite.ts';
import { createAccount, createCommunity, createGroupChat } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Ben and two chats of his. The newer one is the first of his list. */
async function benWithTwoChats() {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const community = await createCommunity([ada, ben]);
  const older = await createGroupChat(community, [ada, ben]);
  await writeHistory(older, ben, numbered(ada, 2), { unread: 0 });
  const newer = await createGroupChat(community, [ada, ben]);
  await writeHistory(newer, ben, numbered(ada, 1), { unread: 0 });
  return { ada, ben, older, newer };
}

const row = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(name) });
const names = (page: Page) =>
  page
    .getByRole('list', { name: 'Chats' })
    .getByRole('link')
    .locator('bdi:first-of-type')
    .evaluateAll((found) => found.map((each) => each.getAttribute('title')).filter((each) => each !== null));

const hasFocus = (thing: Locator) =>
  vi.waitFor(
    async () => expect(await thing.evaluate((element) => element === document.activeElement)).toBe(true),
    5_000,
  );

it('shows what is typed and not sent, and what waits for a connection', async () => {
  const { ben, older, newer } = await benWithTwoChats();
  const { page, context, leave } = await openPerson(browser, {
    viewport: desktop,
    expectedErrors: [/ERR_INTERNET_DISCONNECTED/],
  });
  await signIn(page, ben);
  await openChat(page, older);
  await composer(page).fill('I wanted to say');
  await row(page, newer.name).click();
  await row(page, older.name).getByText('Draft: I wanted to say').waitFor();

  await sees(page, '(1)');
  await context.setOffline(true);
  await send(page, 'Nobody hears this yet');
  await row(page, newer.name).getByText('Waiting: Nobody hears this yet').waitFor();
  await context.setOffline(false);
  await row(page, newer.name).getByText('You: Nobody hears this yet').waitFor();
  await leave();
});

it('shows a message that was refused until it is discarded', async () => {
  const { ben, older } = await benWithTwoChats();
  const { page, leave } = await openPerson(browser, { viewport: desktop, expectedErrors: [/403/] });
  await signIn(page, ben);
  await openChat(page, older);
  await sees(page, '(2)');
  const denied = asAdministrator().doc(`sanctions/${ben.uid}`);
  await denied.set({
    banned: false,
    denied: ['write'],
    reason: '',
    by: 'staff',
    at: new Date(),
    until: null,
    validAfter: null,
    kind: 'staff',
  });
  await send(page, 'This will not go');
  await row(page, older.name).getByText('Not sent: This will not go').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await row(page, older.name).getByText('Ada: (2)').waitFor();
  // The button that had the focus is gone, and the focus is still in the conversation.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="log"]') !== null))
    .toBe(true);
  await leave();
});

it('pins a chat to the top and mutes it with the button of its row', async () => {
  const { ben, older, newer } = await benWithTwoChats();
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ben);
  await row(page, older.name).waitFor();
  await expect.poll(() => names(page)).toEqual([newer.name, older.name]);
  await row(page, older.name).hover();
  const button = page.getByRole('button', { name: `Options for ${older.name}` });
  await button.click();
  await page.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await row(page, older.name).getByLabel('Pinned').waitFor();
  await expect.poll(() => names(page)).toEqual([older.name, newer.name]);
  await button.click();
  await page.getByRole('menuitem', { name: 'Mute' }).click();
  await row(page, older.name).getByLabel('Muted').waitFor();
  const stored = asAdministrator().doc(`users/${ben.uid}/inbox/${older.id}`);
  await expect.poll(async () => (await stored.get()).data()).toMatchObject({ pinned: true, muted: true });
  await leave();
});

it('leaves a chat with the keyboard alone, after a question', async () => {
  const { ben, older, newer } = await benWithTwoChats();
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ben);
  const question = page.getByRole('dialog', { name: `Leave ${older.name}?` });
  const askToLeave = async () => {
    await page.keyboard.press('Enter');
    await hasFocus(page.getByRole('menuitem', { name: 'Pin to the top' }));
    await page.keyboard.press('End');
    await hasFocus(page.getByRole('menuitem', { name: 'Leave chat' }));
    await page.keyboard.press('Enter');
    await hasFocus(question.getByRole('button', { name: 'Stay' }));
  };
  const options = page.getByRole('button', { name: `Options for ${older.name}` });

  // The chat beside the list opens by itself, and takes the focus once.
  await hasFocus(composer(page));
  await row(page, older.name).focus();
  await page.keyboard.press('Tab');
  await hasFocus(options);
  await askToLeave();
  await page.keyboard.press('Escape');
  await hasFocus(options);

  await askToLeave();
  await question.getByRole('button', { name: 'Leave' }).press('Enter');
  await row(page, older.name).waitFor({ state: 'detached' });
  await question.waitFor({ state: 'detached' });
  await row(page, newer.name).waitFor();
  const member = await asAdministrator().doc(`chats/${older.id}/members/${ben.uid}`).get();
  expect(member.exists).toBe(false);
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await leave();
});

it('opens the menu of a row with a long press, and not the chat', async () => {
  const { ben, older } = await benWithTwoChats();
  const { page, context, leave } = await openPerson(browser, { viewport: phone, touch: true });
  await signIn(page, ben);
  const place = await row(page, older.name).boundingBox();
  if (place === null) throw new Error('the row has no place on the screen');
  const finger = await context.newCDPSession(page);
  const at = [{ x: place.x + 120, y: place.y + place.height / 2 }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
  const menu = page.getByRole('menu', { name: older.name });
  await menu.waitFor();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await menu.getByRole('menuitem', { name: 'Mute' }).tap();
  await row(page, older.name).getByLabel('Muted').waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  await leave();
});
