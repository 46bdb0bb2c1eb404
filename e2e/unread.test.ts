import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { desktop, openPerson, phone } from './person.ts';
import { messageLog, openChat, signIn } from './screens.ts';
import { numbered, writeHistory } from './suite/history.ts';
import { type Account, createAccount, createCommunity, createGroupChat } from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const unreadLine = (page: Page) => messageLog(page).getByText('New', { exact: true });
const message = (page: Page, text: string) => messageLog(page).getByText(text, { exact: true });
const newestButton = (page: Page) => page.getByRole('button', { name: /Go to the newest message$/ });
const rowOf = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(name) });

async function twoPeople(): Promise<{ ada: Account; ben: Account }> {
  const [ada, ben] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  return { ada, ben };
}

/** Where something is in the window; fails when it is not drawn. */
async function topOf(thing: Locator): Promise<number> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('it has no place on the screen');
  return box.y;
}

async function expectsLineBetween(page: Page, before: string, after: string): Promise<void> {
  await vi.waitFor(async () => {
    const line = await topOf(unreadLine(page));
    expect(await topOf(message(page, before))).toBeLessThan(line);
    expect(await topOf(message(page, after))).toBeGreaterThan(line);
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThan(300);
  }, 10_000);
}

/** Scrolls up until older history than was loaded at first has come. */
async function loadOlderHistory(page: Page, oldest: string): Promise<void> {
  await messageLog(page).hover();
  await vi.waitFor(async () => {
    await page.mouse.wheel(0, -4_000);
    await message(page, oldest).waitFor({ timeout: 500 });
  }, 20_000);
}

it('opens at the first of 130 new messages, and counts them as the chat list does', async () => {
  const { ada, ben } = await twoPeople();
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  await writeHistory(chat, ben, numbered(ada, 145), { unread: 130 });
  const reader = await openPerson(browser, { viewport: desktop });
  await signIn(reader.page, ben);
  await rowOf(reader.page, chat.name).getByText('99+ unread').waitFor();
  await openChat(reader.page, chat);
  await expectsLineBetween(reader.page, '(15)', '(16)');
  await expect.poll(() => newestButton(reader.page).textContent()).toBe('99+ new');
  expect(await newestButton(reader.page).getAttribute('aria-label')).toBe(
    '99+ new. Go to the newest message',
  );

  await loadOlderHistory(reader.page, '(1)');
  await expect.poll(() => newestButton(reader.page).textContent()).toBe('99+ new');

  await newestButton(reader.page).click();
  await message(reader.page, '(145)').waitFor();
  await newestButton(reader.page).waitFor({ state: 'detached' });
  await rowOf(reader.page, chat.name)
    .getByText(/unread/)
    .waitFor({ state: 'detached' });
  await reader.leave();
});

it('keeps the line and the count of 60 new messages while older history is loaded', async () => {
  const { ada, ben } = await twoPeople();
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  const history = numbered(ada, 120).map((each, index) => ({
    ...each,
    // One of the last 60 is deleted, and one of those before is the reader's own.
    isDeleted: index === 90,
    sender: index === 30 ? ben : ada,
  }));
  await writeHistory(chat, ben, history, { unread: 60, shows: 59 });
  const reader = await openPerson(browser, { viewport: phone });
  await signIn(reader.page, ben);
  await rowOf(reader.page, chat.name).getByText('59 unread').waitFor();
  await openChat(reader.page, chat);
  await expectsLineBetween(reader.page, '(60)', '(61)');
  await expect.poll(() => newestButton(reader.page).textContent()).toBe('59 new');
  await loadOlderHistory(reader.page, '(1)');
  await expect.poll(() => newestButton(reader.page).textContent()).toBe('59 new');
  await reader.leave();
});

it('does not move what is being read while older history is loaded, not even for a frame', async () => {
  const { ada, ben } = await twoPeople();
  const chat = await createGroupChat(await createCommunity([ada, ben]), [ada, ben]);
  await writeHistory(chat, ben, numbered(ada, 130), { unread: 0 });
  const reader = await openPerson(browser, { viewport: desktop });
  await signIn(reader.page, ben);
  await openChat(reader.page, chat);
  await message(reader.page, '(130)').waitFor();
  const log = messageLog(reader.page);
  const below = () => log.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
  await vi.waitFor(async () => expect(await below()).toBeLessThanOrEqual(1), 5_000);

  // Near the top of what is loaded, so that the next page is asked for.
  const places = await log.evaluateHandle((list) => {
    const seen: number[] = [];
    const look = () => {
      const read = [...list.querySelectorAll('article')].find((each) => each.textContent?.includes('(50)'));
      if (read) seen.push(read.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    list.scrollTo({ top: 900 });
    requestAnimationFrame(look);
    return seen;
  });
  await vi.waitFor(async () => {
    expect(await log.evaluate((list) => list.scrollTop)).toBeGreaterThan(2_000);
  }, 10_000);
  const seen = await places.jsonValue();
  expect(seen.length).toBeGreaterThan(1);
  expect(Math.max(...seen) - Math.min(...seen)).toBeLessThanOrEqual(2);
  await reader.leave();
});
