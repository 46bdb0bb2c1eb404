import type { Browser, Page } from 'playwright-core';
import { openPerson } from '../e2e/person.ts';
import { composer, mainNavigation, messageLog, signIn } from '../e2e/screens.ts';
import { createAccount, createCommunity } from '../e2e/suite/world.ts';
import { importQuietly } from '../scripts/demo-data/quiet-import.ts';
import type { SuiteAddress } from '../scripts/demo-data/suite-client.ts';
import type { Figure } from './figures.ts';
import { type PreparedChat, prepareChat } from './prepared-data.ts';
import { makeSlowPhone, slowDownCpu, usedHeap } from './slow-phone.ts';
import { median, p95 } from './statistics.ts';

const longest = 10_000;
/** What is loaded while somebody types. */
const loaded = 5_000;
const rounds = 5;

/** Scrolling, typing, reloading and the landing page, on a slow phone and here. */
export async function measureScreens(browser: Browser, suite: SuiteAddress): Promise<readonly Figure[]> {
  const [ada, ben] = await Promise.all(['Ada', 'Ben'].map(createAccount));
  if (!ada || !ben) throw new Error('two accounts were to be created');
  const chat = prepareChat(await createCommunity([ada, ben]), [ada, ben], longest, Date.now() - 30_000);
  await importQuietly(suite, [...chat.documents]);
  const figures = [...(await measureLanding(browser))];

  const person = await openPerson(browser);
  const { page } = person;
  page.setDefaultTimeout(120_000);
  await signIn(page, ada);
  figures.push(...(await measureReload(page, chat)));
  figures.push(...(await measureScrolling(page, chat)));
  await person.leave();
  return figures;
}

const newestOf = (page: Page) =>
  messageLog(page).getByText(`message ${longest} of ${longest}`, { exact: true });

/** Milliseconds from the beginning of the navigation to the newest message in the document. */
async function reloadToMessage(page: Page, chat: PreparedChat): Promise<number> {
  await page.goto(`/chats/${chat.id}`, { waitUntil: 'commit' });
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role=log] [data-message]')) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

async function measureReload(page: Page, chat: PreparedChat): Promise<readonly Figure[]> {
  const here: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const took = await reloadToMessage(page, chat);
    // The first one fills the caches.
    if (round > 0) here.push(took);
  }
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const phone = await page.context().newPage();
  await makeSlowPhone(phone);
  const slow: number[] = [];
  for (let round = 0; round < rounds; round++) slow.push(await reloadToMessage(phone, chat));
  await phone.close();
  return [
    { what: 'reload of a chat to its messages', unit: 'ms', value: median(here), budget: 500 },
    { what: 'reload of a chat on a slow phone', unit: 'ms', value: median(slow), budget: 2_000 },
  ];
}

/** Scrolls from the newest to the oldest of 10,000 messages, then types, then leaves, with the CPU slowed down. */
async function measureScrolling(page: Page, chat: PreparedChat): Promise<readonly Figure[]> {
  await page.goto('/');
  await mainNavigation(page).waitFor();
  const session = await slowDownCpu(page);
  const open = async () => {
    await page.getByRole('link', { name: new RegExp(chat.name) }).click();
    await newestOf(page).waitFor();
    await composer(page).waitFor();
  };
  const leave = async () => {
    await page.goBack();
    await mainNavigation(page).waitFor();
  };
  // Once in and out, so that what is loaded once is not counted as kept.
  await open();
  await leave();
  const before = await usedHeap(session);
  await open();
  const scrolled = await scrollUntil(page, `message ${longest - loaded + 1} of ${longest}`);
  await messageLog(page).press('End');
  const keys = await timeKeys(page);
  const rest = await scrollUntil(page, `message 1 of ${longest}`);
  await leave();
  const after = await usedHeap(session);
  const frames = [...scrolled.frames, ...rest.frames];
  return [
    {
      what: `frames over 50 ms while scrolling ${longest} messages, CPU 4× slower`,
      unit: 'frames',
      value: frames.filter((took) => took > 50).length,
      budget: 0,
    },
    { what: 'the longest of those frames', unit: 'ms', value: Math.max(...frames), budget: null },
    {
      what: 'rows in the document while scrolling',
      unit: 'rows',
      value: Math.max(scrolled.rows, rest.rows),
      budget: 300,
    },
    { what: 'memory after leaving to before', unit: 'times', value: after / before, budget: 1.2 },
    {
      what: `a key with ${loaded} messages loaded, CPU 4× slower, p95`,
      unit: 'ms',
      value: p95(keys),
      budget: 16,
    },
  ];
}

interface Scrolled {
  /** Milliseconds between two frames. */
  readonly frames: readonly number[];
  readonly rows: number;
}

/** Turns the wheel upwards until a message is drawn. */
async function scrollUntil(page: Page, text: string): Promise<Scrolled> {
  const box = await messageLog(page).boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // As text: what compiles these files wraps named functions in a helper that the page does not have.
  await page.evaluate(`(() => {
    const watch = { frames: [], rows: 0, done: false };
    window.watchedFrames = watch;
    const log = document.querySelector('[role=log]');
    let before = performance.now();
    const next = (now) => {
      watch.frames.push(now - before);
      before = now;
      watch.rows = Math.max(watch.rows, log.querySelectorAll('[data-message]').length);
      if (!watch.done) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })()`);
  const target = messageLog(page).getByText(text, { exact: true });
  while ((await target.count()) === 0) await page.mouse.wheel(0, -2_000);
  return page.evaluate<Scrolled>(`(() => {
    window.watchedFrames.done = true;
    return window.watchedFrames;
  })()`);
}

/** Milliseconds that the page works for each of 60 keys: from the key going down to the first task after its input. */
async function timeKeys(page: Page): Promise<readonly number[]> {
  await composer(page).focus();
  await page.evaluate(`(() => {
    window.keyTimes = [];
    let pressed = 0;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    addEventListener('input', () => {
      const began = pressed;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(performance.now() - began);
      port2.postMessage(null);
    }, true);
  })()`);
  await composer(page).pressSequentially('x'.repeat(60), { delay: 30 });
  const times = await page.evaluate<number[]>('window.keyTimes');
  await composer(page).fill('');
  return times.slice(10);
}

async function measureLanding(browser: Browser): Promise<readonly Figure[]> {
  const paints: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const person = await openPerson(browser);
    await makeSlowPhone(person.page);
    await person.page.goto('/', { waitUntil: 'networkidle' });
    paints.push(
      await person.page.evaluate<number>(`new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
          .observe({ type: 'largest-contentful-paint', buffered: true });
      })`),
    );
    await person.leave();
  }
  return [
    {
      what: 'largest paint of the landing page on a slow phone',
      unit: 'ms',
      value: median(paints),
      budget: 1_300,
    },
  ];
}
