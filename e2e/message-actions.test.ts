import { newBlock } from '@sameboat/model/block';
import { newTextMessage } from '@sameboat/model/message';
import { Timestamp } from 'firebase-admin/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { composer, messageLog, openChat, sees, send, signIn } from './screens.ts';
import { numbered, writeHistory } from './suite/history.ts';
import { asAdministrator } from './suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  type GroupChat,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a browser says when its line is cut. */
const offlineNoise = [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|Failed to fetch|offline/i];

const message = (page: Page, text: string) =>
  messageLog(page)
    .getByRole('article')
    .filter({ has: page.getByText(text, { exact: true }) });
const chip = (page: Page, text: string, name: string) => message(page, text).getByRole('button', { name });

/** Opens the menu of a message with a right click and chooses from it. */
async function choose(page: Page, text: string, entry: string): Promise<void> {
  await messageLog(page).getByText(text, { exact: true }).last().click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitem', { name: entry }).click();
}

/** Rests a finger on a message until its menu is there, and chooses from it. */
async function holdAndChoose(page: Page, text: string, entry: string): Promise<void> {
  const words = messageLog(page).getByText(text, { exact: true }).last();
  // Until it stands still.
  await words.tap({ trial: true });
  const box = await words.boundingBox();
  if (box === null) throw new Error(`“${text}” is not on the screen`);
  const finger = await page.context().newCDPSession(page);
  const at = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
  await page.getByRole('menu').waitFor();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.getByRole('menuitem', { name: entry }).tap();
}

async function react(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog', { name: 'React' }).getByRole('button', { name }).click();
}

async function threeInAChat(): Promise<{ people: [Account, Account, Account]; chat: GroupChat }> {
  const [cleo, ada, ben] = await Promise.all([
    createAccount('Cleo'),
    createAccount('Ada'),
    createAccount('Ben'),
  ]);
  const community = await createCommunity([cleo, ada, ben]);
  return { people: [cleo, ada, ben], chat: await createGroupChat(community, [ada, ben, cleo]) };
}

it('lets three people answer, react to, edit, delete and remove messages, with a finger, a mouse and the keyboard', async () => {
  const { people, chat } = await threeInAChat();
  const [cleo, ada, ben] = await Promise.all([
    openPerson(browser, { viewport: desktop }),
    openPerson(browser, { viewport: phone, touch: true }),
    openPerson(browser, { viewport: desktop }),
  ]);
  for (const [place, { page }] of [cleo, ada, ben].entries()) {
    await signIn(page, people[place] ?? people[0]);
    await openChat(page, chat);
  }

  await send(ada.page, 'Good evening');
  await sees(ben.page, 'Good evening');

  // By the bar under the mouse. Escape gives the reply up.
  await message(ben.page, 'Good evening').hover();
  await message(ben.page, 'Good evening').getByRole('button', { name: 'Reply' }).click();
  await ben.page.getByRole('button', { name: 'Cancel reply' }).waitFor();
  await expect
    .poll(() => composer(ben.page).evaluate((field) => field === document.activeElement))
    .toBe(true);
  await ben.page.keyboard.press('Escape');
  await ben.page.getByRole('button', { name: 'Cancel reply' }).waitFor({ state: 'detached' });
  await choose(ben.page, 'Good evening', 'Reply');
  await ben.page.getByRole('button', { name: 'Cancel reply' }).waitFor();
  await ben.page.keyboard.type('Hello Ada');
  await ben.page.keyboard.press('Enter');
  await ben.page.getByRole('button', { name: 'Cancel reply' }).waitFor({ state: 'detached' });
  await message(ada.page, 'Hello Ada')
    .getByRole('button', { name: /^Reply to You ?: Good evening$/ })
    .waitFor();
  await message(cleo.page, 'Hello Ada')
    .getByRole('button', { name: /^Reply to Ada ?: Good evening$/ })
    .waitFor();

  // With a finger, then who reacted, and one reaction a person.
  await holdAndChoose(ada.page, 'Hello Ada', 'React');
  await react(ada.page, 'Heart');
  await chip(ben.page, 'Hello Ada', 'Heart, 1').click();
  const reactors = ben.page.getByRole('dialog', { name: 'Reactions' });
  await reactors.getByText('Ada').waitFor();
  await reactors.getByRole('button', { name: 'Heart' }).click();
  await chip(cleo.page, 'Hello Ada', 'Heart, 2').waitFor();
  await chip(ben.page, 'Hello Ada', 'Heart, 2, with yours').click();
  await reactors.getByRole('button', { name: 'Wow' }).click();
  await chip(cleo.page, 'Hello Ada', 'Wow, 1').waitFor();
  await chip(cleo.page, 'Hello Ada', 'Heart, 1').waitFor();

  // With the keyboard alone: Arrow-up in the empty composer, Escape, and again.
  await composer(ben.page).fill('');
  await composer(ben.page).press('ArrowUp');
  const words = ben.page.getByRole('textbox', { name: 'New words' });
  await words.fill('Something else');
  await words.press('Escape');
  await words.waitFor({ state: 'detached' });
  await composer(ben.page).press('ArrowUp');
  await expect.poll(() => words.inputValue()).toBe('Hello Ada');
  await ben.page.keyboard.type(', and all');
  await ben.page.keyboard.press('Enter');
  await message(ada.page, 'Hello Ada, and all').getByText('edited').waitFor();
  await words.waitFor({ state: 'detached' });
  await chip(cleo.page, 'Hello Ada, and all', 'Heart, 1').waitFor();

  // The menu of a message that has the focus, and back.
  await messageLog(ben.page).focus();
  await ben.page.keyboard.press('ArrowUp');
  await expect
    .poll(() => ben.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
    .toMatch(/^You, /);
  await ben.page.keyboard.press('Enter');
  const menu = ben.page.getByRole('menu', { name: 'Message from You' });
  await menu.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await ben.page
    .getByRole('alertdialog')
    .or(ben.page.getByRole('dialog', { name: 'Delete this message?' }))
    .getByRole('button', { name: 'Delete' })
    .click();
  await sees(ada.page, 'Message deleted');
  await expect
    .poll(() => ben.page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? ''))
    .toBe('article');

  // Those who run the community; its other members are not offered it.
  await messageLog(ben.page).getByText('Good evening', { exact: true }).click({ button: 'right' });
  await ben.page.getByRole('menuitem', { name: 'Report' }).waitFor();
  expect(await ben.page.getByRole('menuitem', { name: 'Remove message' }).count()).toBe(0);
  await ben.page.keyboard.press('Escape');
  await choose(cleo.page, 'Good evening', 'Remove message');
  const removal = cleo.page.getByRole('dialog', { name: 'Remove this message' });
  await removal.getByRole('button', { name: 'Remove' }).click();
  await removal.getByText('Say why. The person reads it.').waitFor();
  await removal.getByLabel('Reason').fill('It was the morning.');
  await removal.getByRole('button', { name: 'Remove' }).click();
  await sees(ada.page, 'Message removed by a moderator');
  await sees(ben.page, 'Message removed by a moderator');
  await Promise.all([cleo.leave(), ada.leave(), ben.leave()]);
});

it('leads to an answered message that is not loaded, and back, and marks as unread on every device', async () => {
  const { people, chat } = await threeInAChat();
  const [, ada, ben] = people;
  await writeHistory(chat, ben, numbered(ada, 230), { unread: 0 });
  const messages = asAdministrator().collection(`chats/${chat.id}/messages`);
  const [first] = (await messages.where('text', '==', '(3)').get()).docs;
  if (first === undefined) throw new Error('the history was to be written');
  const now = Timestamp.now();
  await messages.doc().set(newTextMessage({ senderId: ada.uid, text: 'As I said', replyTo: first.id }, now));

  const reader = await openPerson(browser, { viewport: phone });
  const other = await openPerson(browser, { viewport: desktop });
  await signIn(reader.page, ben);
  await signIn(other.page, ben);
  await openChat(reader.page, chat);
  await sees(reader.page, 'As I said');
  const row = other.page.getByRole('link', { name: new RegExp(chat.name) });
  await row.getByText(/unread/).waitFor({ state: 'detached' });

  await message(reader.page, 'As I said')
    .getByRole('button', { name: /^Reply to Ada ?: \(3\)$/ })
    .click();
  const found = messageLog(reader.page).getByText('(3)', { exact: true });
  await found.waitFor();
  const isFocused = (text: string) =>
    message(reader.page, text).evaluate((article) => article === document.activeElement);
  await expect.poll(() => isFocused('(3)')).toBe(true);
  await expect.poll(async () => (await found.boundingBox())?.y ?? 0).toBeGreaterThan(100);
  await reader.page.getByRole('button', { name: 'Back to where you were' }).click();
  await expect.poll(() => isFocused('As I said')).toBe(true);
  await reader.page.getByRole('button', { name: 'Back to where you were' }).waitFor({ state: 'detached' });

  await choose(reader.page, '(228)', 'Mark unread from here');
  await row.getByText('4 unread').waitFor();
  // It stays so although the chat is open at its end, until the chat is opened again.
  await reader.page.getByText('Marked as unread until you open this chat again.').waitFor();
  await row.getByText('4 unread').waitFor();
  await openChat(reader.page, chat);
  await messageLog(reader.page).getByText('New', { exact: true }).waitFor();
  await row.getByText(/unread/).waitFor({ state: 'detached' });
  await Promise.all([reader.leave(), other.leave()]);
});

it('shows reactions and deletions at once without a connection, and says that a change of words needs one', async () => {
  const { people, chat } = await threeInAChat();
  const [, ada, ben] = people;
  const here = await openPerson(browser, { viewport: desktop, expectedErrors: offlineNoise });
  const there = await openPerson(browser, { viewport: desktop });
  await Promise.all([signIn(here.page, ben), signIn(there.page, ada)]);
  await Promise.all([openChat(here.page, chat), openChat(there.page, chat)]);
  await send(there.page, 'Are you well?');
  await sees(here.page, 'Are you well?');
  await send(here.page, 'I am');
  await messageLog(here.page).getByText('Sent').waitFor();
  const secondTab = await here.context.newPage();
  await openChat(secondTab, chat);
  await sees(secondTab, 'Are you well?');
  // Fetches what menus and choices need, while that can be fetched.
  await choose(here.page, 'Are you well?', 'React');
  await react(here.page, 'Like');
  await chip(secondTab, 'Are you well?', 'Like, 1, with yours').waitFor();
  await choose(here.page, 'I am', 'Edit');
  await here.page.getByRole('button', { name: 'Cancel edit' }).click();
  await choose(here.page, 'I am', 'Delete');
  await here.page.getByRole('button', { name: 'Cancel' }).click();

  await here.context.setOffline(true);
  await choose(here.page, 'Are you well?', 'React');
  await react(here.page, 'Sad');
  await chip(here.page, 'Are you well?', 'Sad, 1, with yours').waitFor();
  await chip(secondTab, 'Are you well?', 'Sad, 1, with yours').waitFor();
  await choose(here.page, 'I am', 'Edit');
  const words = here.page.getByRole('textbox', { name: 'New words' });
  await words.fill('I am, thank you');
  await words.press('Enter');
  await here.page.getByText(/Not saved: a change needs a connection/).waitFor();
  expect(await words.inputValue()).toBe('I am, thank you');

  await here.context.setOffline(false);
  await chip(there.page, 'Are you well?', 'Sad, 1').waitFor({ timeout: 30_000 });
  await words.press('Enter');
  await sees(there.page, 'I am, thank you');
  await Promise.all([here.leave(), there.leave()]);
});

it('veils what has a content note and folds what somebody wrote whom I blocked, until it is asked for', async () => {
  const { people, chat } = await threeInAChat();
  const [cleo, ada, ben] = people;
  const firestore = asAdministrator();
  await firestore.doc(`users/${ben.uid}/blocks/${cleo.uid}`).set(newBlock(Timestamp.now()));
  const messages = firestore.collection(`chats/${chat.id}/messages`);
  const minutesAgo = (minutes: number) => Timestamp.fromMillis(Date.now() - minutes * 60_000);
  const noted = { senderId: ada.uid, text: 'It was a hard night', contentNote: 'loss' };
  await messages.doc().set(newTextMessage(noted, minutesAgo(3)));
  const mine = newTextMessage({ senderId: ben.uid, text: 'I am here' }, minutesAgo(2));
  await messages.doc().set({ ...mine, reactions: { [cleo.uid]: 'angry', [ada.uid]: 'heart' } });
  await messages.doc().set(newTextMessage({ senderId: cleo.uid, text: 'Look at me' }, minutesAgo(1)));

  const { page, leave } = await openPerson(browser, { viewport: phone });
  await signIn(page, ben);
  await openChat(page, chat);
  await sees(page, 'I am here');
  const log = messageLog(page);
  const folded = log.getByRole('article', { name: /^Folded message/ });
  await folded.getByText('Message from somebody you blocked.').waitFor();
  expect(await log.getByText('Look at me').count()).toBe(0);
  expect(await log.getByText('It was a hard night').count()).toBe(0);
  await chip(page, 'I am here', 'Heart, 1').waitFor();
  expect(await chip(page, 'I am here', 'Angry, 1').count()).toBe(0);

  await log
    .getByRole('article')
    .filter({ hasText: 'Content note: loss' })
    .getByRole('button', { name: 'Show' })
    .click();
  await sees(page, 'It was a hard night');
  await folded.getByRole('button', { name: 'Show' }).click();
  await sees(page, 'Look at me');
  await leave();
});
