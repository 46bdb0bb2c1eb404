import { sendPauseMs } from '@sameboat/model/limits';
import type { Browser, Page } from 'playwright-core';
import { openPerson } from '../e2e/person.ts';
import { composer, openChat, signIn } from '../e2e/screens.ts';
import { asAdministrator } from '../e2e/suite/suite.ts';
import { createAccount, createCommunity, createGroupChat } from '../e2e/suite/world.ts';
import type { Figure } from './figures.ts';
import { median, p95 } from './statistics.ts';

const messages = 200;
const warmUps = 10;
/** A busy machine is slow to open an app; how slow is no part of these figures. */
const patienceMs = 60_000;

/** Times of the page's clock, in milliseconds since the epoch: pages of one machine share it to well under one. */
interface Marks {
  pressed: number;
  readonly seen: Map<string, number>;
}

/** Notes in the page when Enter goes down in the composer, and when a text first stands in the conversation. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marks: Marks = { pressed: 0, seen: new Map() };
    Object.assign(window, { marks });
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') marks.pressed = performance.timeOrigin + performance.now();
      },
      { capture: true },
    );
    const log = document.querySelector('[role="log"]');
    if (!log) throw new Error('There is no conversation to watch.');
    new MutationObserver(() => {
      const found = log.textContent?.match(/bench-\d+-/g) ?? [];
      const now = performance.timeOrigin + performance.now();
      for (const text of found) if (!marks.seen.has(text)) marks.seen.set(text, now);
    }).observe(log, { subtree: true, childList: true, characterData: true });
  });
}

const marksOf = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const { marks } = window as unknown as { marks: Marks };
    return { pressed: marks.pressed, seen: marks.seen.get(wanted) ?? Number.NaN };
  }, text);

const hasSeen = (page: Page, text: string) =>
  page.waitForFunction((wanted) => (window as unknown as { marks: Marks }).marks.seen.has(wanted), text, {
    polling: 'raf',
  });

/** Two people in two browsers write to each other in turns; a third member's inbox row is watched beside it. */
export async function measureMessages(browser: Browser): Promise<readonly Figure[]> {
  const [first, second, third] = await Promise.all(['Ada', 'Ben', 'Cleo'].map(createAccount));
  if (!first || !second || !third) throw new Error('three accounts were to be created');
  const chat = await createGroupChat(await createCommunity([first, second, third]), [first, second, third]);
  const people = await Promise.all([openPerson(browser), openPerson(browser)]);
  for (const { context } of people) context.setDefaultTimeout(patienceMs);
  const [ada, ben] = people.map(({ page }) => page) as [Page, Page];
  await Promise.all([signIn(ada, first), signIn(ben, second)]);
  await Promise.all([openChat(ada, chat), openChat(ben, chat)]);
  await Promise.all([watch(ada), watch(ben)]);

  const rowAt = new Map<string, number>();
  let heardRow = () => {};
  const stopWatching = asAdministrator()
    .doc(`users/${third.uid}/inbox/${chat.id}`)
    .onSnapshot((row) => {
      const text: unknown = row.get('last.text');
      if (typeof text === 'string' && !rowAt.has(text)) rowAt.set(text, Date.now());
      heardRow();
    });

  const seen: number[] = [];
  const echoes: number[] = [];
  const rows: number[] = [];
  const lastSent = new Map<Page, number>();
  for (let count = 0; count < warmUps + messages; count++) {
    const [sender, reader] = count % 2 === 0 ? [ada, ben] : [ben, ada];
    await sender.waitForFunction((until) => Date.now() >= until, (lastSent.get(sender) ?? 0) + sendPauseMs, {
      polling: 20,
    });
    const text = `bench-${count}-`;
    await composer(sender).fill(text);
    lastSent.set(sender, Date.now());
    await composer(sender).press('Enter');
    await Promise.all([hasSeen(sender, text), hasSeen(reader, text)]);
    await new Promise<void>((resolve) => {
      heardRow = () => {
        if (rowAt.has(text)) resolve();
      };
      heardRow();
    });
    if (count < warmUps) continue;
    const own = await marksOf(sender, text);
    const other = await marksOf(reader, text);
    seen.push(other.seen - own.pressed);
    echoes.push(own.seen - own.pressed);
    rows.push((rowAt.get(text) ?? Number.NaN) - own.pressed);
  }
  stopWatching();
  await Promise.all(people.map((person) => person.leave()));
  return [
    { what: `message to the other browser, p50 of ${messages}`, unit: 'ms', value: median(seen), budget: 30 },
    { what: 'message to the other browser, p95', unit: 'ms', value: p95(seen), budget: 80 },
    { what: 'message to my own echo, p50', unit: 'ms', value: median(echoes), budget: null },
    { what: 'message to my own echo, p95', unit: 'ms', value: p95(echoes), budget: 16 },
    { what: 'message to another member’s inbox row, p50', unit: 'ms', value: median(rows), budget: null },
    { what: 'message to another member’s inbox row, p95', unit: 'ms', value: p95(rows), budget: 500 },
  ];
}
