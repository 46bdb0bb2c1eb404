import type { Browser, BrowserContext, Page } from 'playwright-core';
import { appUrl, phone } from '../e2e/person.ts';
import { composer, mainNavigation, messageLog, signIn } from '../e2e/screens.ts';
import { firestoreHost } from '../e2e/suite/suite.ts';
import { createAccount, createCommunity } from '../e2e/suite/world.ts';
import { importQuietly } from '../scripts/demo-data/quiet-import.ts';
import type { SuiteAddress } from '../scripts/demo-data/suite-client.ts';
import { startCountingProxy } from './counting-proxy.ts';
import type { Figure } from './figures.ts';
import { type PreparedChat, prepareChat } from './prepared-data.ts';
import { median } from './statistics.ts';

const chats = 50;
const longest = 10_000;

/** A profile whose Firestore is at another port, which the page's policy does not know of. */
async function openDetoured(browser: Browser, port: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: appUrl(),
    viewport: phone,
    bypassCSP: true,
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(60_000);
  await context.route('**/suite.json', async (route) => {
    const suite = (await (await route.fetch()).json()) as { emulators: Record<string, unknown> };
    await route.fulfill({
      json: { ...suite, emulators: { ...suite.emulators, firestore: { host: '127.0.0.1', port } } },
    });
  });
  return context;
}

/** From the chat list: the time from the tap to the newest message on screen, in milliseconds. */
async function openFromList(page: Page, chat: PreparedChat, newest: string): Promise<number> {
  const row = page.getByRole('link', { name: new RegExp(chat.name) });
  await row.scrollIntoViewIfNeeded();
  const began = performance.now();
  await row.click();
  await messageLog(page).getByText(newest, { exact: true }).waitFor();
  const took = performance.now() - began;
  await composer(page).waitFor();
  return took;
}

async function backToList(page: Page): Promise<void> {
  await page.goBack();
  await mainNavigation(page).waitFor();
}

/** The documents that opening the app and a chat cost, and whether a very long chat opens and scrolls like a short one. */
export async function measureReads(browser: Browser, suite: SuiteAddress): Promise<readonly Figure[]> {
  const [ada, ben] = await Promise.all(['Ada', 'Ben'].map(createAccount));
  if (!ada || !ben) throw new Error('two accounts were to be created');
  const community = await createCommunity([ada, ben]);
  const long = prepareChat(community, [ada, ben], longest, Date.now() - 30_000);
  const short = prepareChat(community, [ada, ben], 10, Date.now() - 40_000);
  const others = Array.from({ length: chats - 2 }, (_, index) =>
    prepareChat(community, [ada, ben], 1, Date.now() - 60_000 * (index + 2)),
  );
  await importQuietly(
    suite,
    [long, short, ...others].flatMap(({ documents }) => documents),
  );

  const proxy = await startCountingProxy(firestoreHost());
  const context = await openDetoured(browser, proxy.port);
  const page = await context.newPage();
  await signIn(page, ada);
  await page
    .getByRole('link', { name: new RegExp(others.at(-1)?.name ?? '') })
    .waitFor({ state: 'attached' });
  await page.waitForLoadState('load');
  const toOpenApp = proxy.takeReads();

  await openFromList(page, long, `message ${longest} of ${longest}`);
  const toOpenChat = proxy.takeReads();

  const scrolled = await scrollBack(page);
  const longTimes: number[] = [];
  const shortTimes: number[] = [];
  for (let round = 0; round < 5; round++) {
    await backToList(page);
    shortTimes.push(await openFromList(page, short, 'message 10 of 10'));
    await backToList(page);
    longTimes.push(await openFromList(page, long, `message ${longest} of ${longest}`));
  }
  await context.close();
  await proxy.close();
  return [
    { what: `reads to open the app with ${chats} chats`, unit: 'reads', value: toOpenApp, budget: 60 },
    { what: `reads to open a chat of ${longest} messages`, unit: 'reads', value: toOpenChat, budget: 105 },
    { what: `opening a chat of ${longest} messages`, unit: 'ms', value: median(longTimes), budget: null },
    { what: 'opening a chat of 10 messages', unit: 'ms', value: median(shortTimes), budget: null },
    {
      what: 'the long chat against the short one',
      unit: 'times',
      value: median(longTimes) / median(shortTimes),
      budget: 1.5,
    },
    {
      what: 'rows in the document after scrolling back',
      unit: 'rows',
      value: scrolled.rows,
      budget: 300,
    },
    {
      what: 'frames while scrolling back',
      unit: 'frames/s',
      value: scrolled.framesPerSecond,
      budget: 55,
      atLeast: true,
    },
  ];
}

/** Turns the wheel upwards for two seconds, loading older pages on the way. */
async function scrollBack(page: Page): Promise<{ rows: number; framesPerSecond: number }> {
  const box = await messageLog(page).boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // As text: what compiles these files wraps named functions in a helper that the page does not have.
  const frames = page.evaluate<number>(`new Promise((resolve) => {
    const began = performance.now();
    let count = 0;
    const next = () => {
      count += 1;
      const elapsed = performance.now() - began;
      if (elapsed < 2000) requestAnimationFrame(next);
      else resolve((count * 1000) / elapsed);
    };
    requestAnimationFrame(next);
  })`);
  for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, -400);
  const framesPerSecond = await frames;
  // The rows are the children of whichever element has most of them.
  const rows = await messageLog(page).evaluate((log) =>
    Math.max(...[...log.querySelectorAll('*')].map((element) => element.childElementCount)),
  );
  return { rows, framesPerSecond };
}
