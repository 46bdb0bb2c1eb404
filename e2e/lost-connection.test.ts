import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPerson, type Person } from './person.ts';
import { composer, messageLog, openChat, sees, send, signIn } from './screens.ts';
import { firestoreHost } from './suite/suite.ts';
import {
  createAccount,
  createCommunity,
  createGroupChat,
  type GroupChat,
  storedTexts,
  unique,
} from './suite/world.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a browser says when its line is cut. */
const offlineNoise = [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|Failed to fetch|offline/i];

/** A message that had arrived when the line broke is sent again, and refused because it is there. */
const sentTwice = /status of 403 .*documents:commit/;

async function twoInAChat(): Promise<{ ada: Person; ben: Person; chat: GroupChat }> {
  const [first, second] = await Promise.all([createAccount('Ada'), createAccount('Ben')]);
  const chat = await createGroupChat(await createCommunity([first, second]), [first, second]);
  const [ada, ben] = await Promise.all([
    openPerson(browser, { expectedErrors: [...offlineNoise, sentTwice] }),
    openPerson(browser, { expectedErrors: [...offlineNoise, sentTwice] }),
  ]);
  await Promise.all([signIn(ada.page, first), signIn(ben.page, second)]);
  await Promise.all([openChat(ada.page, chat), openChat(ben.page, chat)]);
  return { ada, ben, chat };
}

/** Leaves requests to Firestore unanswered, although the browser has a network. Returns a function that stops this. */
async function swallowEverything(context: BrowserContext): Promise<() => Promise<void>> {
  const firestore = `http://${firestoreHost()}/**`;
  await context.route(firestore, () => {});
  return () => context.unroute(firestore);
}

const banner = (page: Page) => page.getByRole('status').getByText('You are offline.');

async function countOf(page: Page, text: string): Promise<number> {
  return messageLog(page).getByText(text, { exact: true }).count();
}

it('keeps a message that is sent without a connection, says so, and delivers it once when there is one', async () => {
  const { ada, ben, chat } = await twoInAChat();
  const before = `still connected ${unique()}`;
  await send(ada.page, before);
  await sees(ben.page, before);

  await ada.context.setOffline(true);
  const words = `written in a tunnel ${unique()}`;
  await send(ada.page, words);
  await sees(ada.page, words);
  await messageLog(ada.page).getByText('Waiting to send').waitFor();
  await expect.poll(() => composer(ada.page).inputValue()).toBe('');
  expect(await storedTexts(chat.id)).not.toContain(words);

  await ada.context.setOffline(false);
  await sees(ben.page, words);
  await messageLog(ada.page).getByText('Waiting to send').waitFor({ state: 'detached' });

  const after = `out of the tunnel ${unique()}`;
  await send(ben.page, after);
  await sees(ada.page, after);
  expect(await storedTexts(chat.id)).toEqual([before, words, after]);
  expect([await countOf(ada.page, words), await countOf(ben.page, words)]).toEqual([1, 1]);
  await Promise.all([ada.leave(), ben.leave()]);
});

it('delivers a message once although the line breaks while it is on its way, several times over', async () => {
  const { ada, ben, chat } = await twoInAChat();
  const words = Array.from({ length: 5 }, (_, index) => `number ${index} ${unique()}`);
  for (const text of words) {
    await composer(ada.page).fill(text);
    await Promise.all([
      ada.page.getByRole('button', { name: 'Send', exact: true }).click(),
      ada.context.setOffline(true),
    ]);
    await sees(ada.page, text);
    await ada.context.setOffline(false);
    await sees(ben.page, text);
  }
  expect(await storedTexts(chat.id)).toEqual(words);
  for (const text of words) expect(await countOf(ben.page, text)).toBe(1);
  await Promise.all([ada.leave(), ben.leave()]);
});

it('keeps a waiting message through a reload and delivers it once', async () => {
  const { ada, ben, chat } = await twoInAChat();
  await ada.context.setOffline(true);
  const words = `before the reload ${unique()}`;
  await send(ada.page, words);
  await messageLog(ada.page).getByText('Waiting to send').waitFor();
  await ada.context.setOffline(false);
  await ada.page.reload();
  await sees(ben.page, words);
  await sees(ada.page, words);
  expect(await storedTexts(chat.id)).toEqual([words]);
  expect([await countOf(ada.page, words), await countOf(ben.page, words)]).toEqual([1, 1]);
  await Promise.all([ada.leave(), ben.leave()]);
});

it('keeps what was typed and not sent through a reload', async () => {
  const { ada, ben } = await twoInAChat();
  await composer(ada.page).fill('I am not sure how to say this');
  await ada.page.reload();
  await messageLog(ada.page).waitFor();
  expect(await composer(ada.page).inputValue()).toBe('I am not sure how to say this');
  await Promise.all([ada.leave(), ben.leave()]);
});

it('says that it is offline when nothing answers although the browser has a network, and comes back by itself', async () => {
  const { ada, ben, chat } = await twoInAChat();
  const before = `still connected ${unique()}`;
  await send(ada.page, before);
  await sees(ben.page, before);
  const answer = await swallowEverything(ada.context);
  const words = `into the void ${unique()}`;
  await send(ada.page, words);
  await banner(ada.page).waitFor({ timeout: 15_000 });
  await messageLog(ada.page).getByText('Waiting to send').waitFor();
  expect(await ada.page.evaluate(() => navigator.onLine)).toBe(true);

  // A screen that was never loaded says so.
  await ada.page.reload();
  await banner(ada.page).waitFor({ timeout: 15_000 });
  await sees(ada.page, words);
  await ada.page.goto('/discover');
  const missing = ada.page.getByRole('alert').getByText('as soon as the connection is back');
  await missing.waitFor({ timeout: 15_000 });
  expect(await storedTexts(chat.id)).toEqual([before]);

  await answer();
  await sees(ben.page, words);
  await banner(ada.page).waitFor({ state: 'detached' });
  await missing.waitFor({ state: 'detached' });
  await ada.page.getByRole('list', { name: 'Communities' }).waitFor();
  expect(await storedTexts(chat.id)).toEqual([before, words]);
  await Promise.all([ada.leave(), ben.leave()]);
});

it('sends the messages that two tabs wrote offline once each, in the order in which they were written', async () => {
  const { ada, ben, chat } = await twoInAChat();
  const second = await ada.context.newPage();
  await openChat(second, chat);
  await ada.context.setOffline(true);
  const words = ['one', 'two', 'three', 'four'].map((word) => `${word} ${unique()}`);
  for (const [index, text] of words.entries()) {
    const tab = index % 2 === 0 ? ada.page : second;
    await send(tab, text);
    await sees(tab, text);
  }
  // Each tab shows the messages of the other one.
  for (const tab of [ada.page, second]) for (const text of words) await sees(tab, text);

  await ada.context.setOffline(false);
  for (const text of words) await sees(ben.page, text);
  expect(await storedTexts(chat.id)).toEqual(words);
  for (const tab of [ada.page, second]) {
    await messageLog(tab).getByText('Waiting to send').waitFor({ state: 'detached' });
    for (const text of words) expect(await countOf(tab, text)).toBe(1);
  }
  await Promise.all([ada.leave(), ben.leave()]);
});

it('promises to send later only on screens that do so', async () => {
  const promise = 'sent when you are back';
  const ada = await openPerson(browser, { expectedErrors: offlineNoise });
  await ada.page.goto('/sign-up');
  await ada.page.getByLabel('Handle').waitFor();
  await ada.context.setOffline(true);
  await banner(ada.page).waitFor();
  expect(await ada.page.getByText(promise).count()).toBe(0);

  await ada.context.setOffline(false);
  await banner(ada.page).waitFor({ state: 'detached' });
  await signIn(ada.page, await createAccount('Ada'));
  await ada.context.setOffline(true);
  await banner(ada.page).waitFor();
  expect(await ada.page.getByText(promise).count()).toBe(1);
  await ada.leave();
});
