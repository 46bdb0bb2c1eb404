import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPerson, type Person } from './person.ts';
import { composer, messageLog, openChat, sees, send, signIn } from './screens.ts';
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
  expect(await composer(ada.page).inputValue()).toBe('');
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
    await Promise.all([ada.page.getByRole('button', { name: 'Send' }).click(), ada.context.setOffline(true)]);
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
