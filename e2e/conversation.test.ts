import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { composer, messageLog, openChat, sees, send, signIn } from './screens.ts';
import { numbered, writeHistory } from './suite/history.ts';
import { type Account, createAccount, createCommunity, createGroupChat } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function chatOfTwo(): Promise<{ ada: Account; ben: Account; chat: { id: string; name: string } }> {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  return { ada, ben, chat };
}

/** The accessible name of what has the focus, as the browser computes it for a message. */
const focusedMessage = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('article')?.getAttribute('aria-label') ?? null);

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** How many pixels of the conversation are below the part in sight. */
const below = (page: Page) =>
  messageLog(page).evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));

for (const [size, viewport] of Object.entries({ phone, desktop })) {
  it(`keeps the newest message in sight while the composer grows to eight lines and more on a ${size}`, async () => {
    const { ada, ben, chat } = await chatOfTwo();
    await writeHistory(chat, ben, numbered(ada, 40), { unread: 0 });
    const { page, leave } = await openPerson(browser, { viewport });
    await signIn(page, ben);
    await openChat(page, chat);
    await sees(page, '(40)');
    await vi.waitFor(async () => expect(await below(page)).toBeLessThanOrEqual(1), 5_000);
    const heights: number[] = [];
    await composer(page).focus();
    for (let line = 1; line <= 10; line += 1) {
      if (line > 1) await page.keyboard.press('Shift+Enter');
      await page.keyboard.type(`line ${line}`);
      heights.push((await composer(page).boundingBox())?.height ?? 0);
      await vi.waitFor(async () => expect(await below(page)).toBeLessThanOrEqual(1), 2_000);
    }
    const [one = 0, , , , , , , eight = 0, , ten = 0] = heights;
    expect(eight - one).toBe(7 * 24);
    expect(ten).toBe(eight);
    // The field shows what is written last, and the conversation its newest message.
    await composer(page).fill('');
    await vi.waitFor(async () => expect(await below(page)).toBeLessThanOrEqual(1), 2_000);
    expect((await composer(page).boundingBox())?.height).toBe(one);
    await leave();
  });
}

it('goes from message to message with the arrow keys, each named by its author and time', async () => {
  const { ada, ben, chat } = await chatOfTwo();
  await writeHistory(chat, ben, numbered(ada, 120), { unread: 0 });
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ben);
  await openChat(page, chat);
  await sees(page, '(120)');
  await send(page, 'Good evening');
  await messageLog(page).getByText('Sent').waitFor();
  const mine = messageLog(page).getByRole('article', { name: /^You, \d\d:\d\d$/ });
  await vi.waitFor(async () => expect(await mine.count()).toBe(1), 5_000);

  await messageLog(page).focus();
  await page.keyboard.press('ArrowUp');
  await vi.waitFor(async () => expect(await focusedMessage(page)).toMatch(/^You, \d\d:\d\d$/), 5_000);
  await page.keyboard.press('ArrowUp');
  await vi.waitFor(async () => expect(await focusedMessage(page)).toMatch(/^Ada, \d\d:\d\d$/), 5_000);
  await expect.poll(() => focusedText(page)).toContain('(120)');

  // Far enough that the message before has gone out of sight, and older history has been loaded.
  await page.keyboard.press('Home');
  await vi.waitFor(async () => {
    await page.keyboard.press('Home');
    expect(await focusedText(page)).toContain('(1)');
  }, 10_000);
  await page.keyboard.press('ArrowDown');
  await vi.waitFor(async () => expect(await focusedText(page)).toContain('(2)'), 5_000);
  await page.keyboard.press('End');
  await vi.waitFor(async () => expect(await focusedText(page)).toContain('Good evening'), 5_000);
  await vi.waitFor(async () => expect(await below(page)).toBeLessThanOrEqual(16), 5_000);
  await leave();
});

it('keeps the focus on a message that is scrolled out of sight', async () => {
  const { ada, ben, chat } = await chatOfTwo();
  await writeHistory(chat, ben, numbered(ada, 90), { unread: 0 });
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ben);
  await openChat(page, chat);
  await sees(page, '(90)');
  await messageLog(page).focus();
  await page.keyboard.press('ArrowUp');
  await messageLog(page).hover();
  await page.mouse.wheel(0, -20_000);
  await sees(page, '(1)');
  await expect.poll(() => focusedText(page)).toContain('(90)');
  await leave();
});

it('focuses the composer of a chat that is opened on a wide screen, and not on a phone', async () => {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const community = await createCommunity([ada, ben]);
  const [chat, other] = [
    await createGroupChat(community, [ada, ben]),
    await createGroupChat(community, [ada, ben]),
  ];
  const hasFocus = (page: Page) => composer(page).evaluate((field) => field === document.activeElement);
  const wide = await openPerson(browser, { viewport: desktop });
  await signIn(wide.page, ben);
  await openChat(wide.page, other);
  await wide.page.getByRole('link', { name: new RegExp(chat.name) }).click();
  await wide.page.getByRole('heading', { name: chat.name, level: 1 }).waitFor();
  await vi.waitFor(async () => expect(await hasFocus(wide.page)).toBe(true), 5_000);
  await wide.leave();

  const narrow = await openPerson(browser, { viewport: phone, touch: true });
  await signIn(narrow.page, ben);
  await narrow.page.getByRole('link', { name: new RegExp(chat.name) }).tap();
  await narrow.page.getByRole('heading', { name: chat.name, level: 1 }).waitFor();
  await messageLog(narrow.page).waitFor();
  expect(await hasFocus(narrow.page)).toBe(false);
  await narrow.leave();
});

it('closes the details with Escape and gives the focus back', async () => {
  const { ben, chat } = await chatOfTwo();
  const { page, leave } = await openPerson(browser, { viewport: desktop });
  await signIn(page, ben);
  await openChat(page, chat);
  const button = page.getByRole('button', { name: 'Members' });
  const details = page.getByRole('complementary', { name: 'About this chat' });
  await button.click();
  await details.getByRole('link', { name: 'Open the community' }).focus();
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);

  // Somebody who is writing stays where they are.
  await button.click();
  await composer(page).fill('half a thought');
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await expect.poll(() => composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await composer(page).inputValue()).toBe('half a thought');
  await leave();
});

it('folds a long message after twelve lines and shows the rest without moving its beginning', async () => {
  const { ada, ben, chat } = await chatOfTwo();
  const long = Array.from({ length: 40 }, (_, line) => `line ${line + 1}`).join('\n');
  const history = [...numbered(ada, 20), { sender: ada, text: long }];
  await writeHistory(chat, ben, history, { unread: 0 });
  const { page, leave } = await openPerson(browser, { viewport: phone });
  await signIn(page, ben);
  await openChat(page, chat);
  const message = messageLog(page).getByRole('article').filter({ hasText: 'line 40' });
  const text = message.getByText('line 1', { exact: false });
  await vi.waitFor(async () => expect((await text.boundingBox())?.height).toBe(12 * 24), 5_000);
  await vi.waitFor(async () => expect(await below(page)).toBeLessThanOrEqual(1), 5_000);
  const before = (await text.boundingBox())?.y;
  await message.getByRole('button', { name: 'Show more' }).click();
  await vi.waitFor(async () => expect((await text.boundingBox())?.height).toBe(40 * 24), 5_000);
  await expect.poll(async () => (await text.boundingBox())?.y).toBeCloseTo(before ?? Number.NaN, -1);
  await message.getByRole('button', { name: 'Show less' }).press('Enter');
  await vi.waitFor(async () => expect((await text.boundingBox())?.height).toBe(12 * 24), 5_000);
  await expect.poll(() => focusedText(page)).toBe('Show more');
  await leave();
});
