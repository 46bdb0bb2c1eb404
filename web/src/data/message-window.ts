import { compareTimes, type Moment } from '@sameboat/model/time';

/** What decides the place of a message in a chat. */
export interface Placed {
  readonly id: string;
  readonly createdAt: Moment;
}

/**
 * The newest messages of a chat, oldest first, without gaps or duplicates. `live` is what the listener holds (the newest
 * `liveLimit`), `history` is what comes directly before it.
 */
export interface MessageWindow<M extends Placed> {
  readonly history: readonly M[];
  readonly live: readonly M[];
  /** True once the server has confirmed `live`. Only then can `history` be joined to it. */
  readonly settled: boolean;
  /** Whether the server may have messages older than the oldest here. */
  readonly hasOlder: boolean;
}

/** The most messages one chat holds in memory, about 5 MB. No older ones are loaded after that. */
export const WINDOW_MAX = 10_000;

export function emptyWindow<M extends Placed>(): MessageWindow<M> {
  return { history: [], live: [], settled: false, hasOlder: false };
}

/** By time, then by id, as Firestore orders them. */
export function compareMessages(a: Placed, b: Placed): number {
  return compareTimes(a.createdAt, b.createdAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Takes the listener's newest result, in any order. Messages that no longer fit in the listener's limit become history.
 * After a long absence the new result may not overlap the old one. The messages between them are unknown, so the old
 * ones are dropped. `found` counts the result's documents when some of them could not be read.
 */
export function withLive<M extends Placed>(
  window: MessageWindow<M>,
  result: readonly M[],
  options: { readonly liveLimit: number; readonly found?: number; readonly fromCache: boolean },
): MessageWindow<M> {
  const live = [...result].sort(compareMessages);
  if (options.fromCache && !window.settled) return { history: [], live, settled: false, hasOlder: false };
  const floor = live[0];
  const full = (options.found ?? live.length) >= options.liveLimit;
  if (floor === undefined || !full) return { history: [], live, settled: true, hasOlder: false };
  if (!window.settled) return { history: [], live, settled: true, hasOlder: true };
  const ids = new Set(live.map((message) => message.id));
  const touches = window.live.some((message) => ids.has(message.id));
  if (!touches) return { history: [], live, settled: true, hasOlder: true };
  const before = [...window.history, ...window.live];
  const history = before.filter((message) => !ids.has(message.id) && compareMessages(message, floor) < 0);
  // If nothing was older before, the messages that moved to history are the beginning of the chat.
  return { history, live, settled: true, hasOlder: window.hasOlder };
}

/** Puts a page of older messages, in any order, before the oldest. `pageLimit` is how many were asked for. */
export function withOlder<M extends Placed>(
  window: MessageWindow<M>,
  page: readonly M[],
  pageLimit: number,
): MessageWindow<M> {
  const oldest = oldestOf(window);
  if (oldest === undefined || !window.settled) return window;
  const older = page.filter((message) => compareMessages(message, oldest) < 0).sort(compareMessages);
  return { ...window, history: [...older, ...window.history], hasOlder: page.length >= pageLimit };
}

/** Replaces an older message by what it has become; the others keep their identity. */
export function withChanged<M extends Placed>(window: MessageWindow<M>, message: M): MessageWindow<M> {
  const place = window.history.findIndex(({ id }) => id === message.id);
  return place < 0 ? window : { ...window, history: window.history.with(place, message) };
}

/** The oldest message held. The next older page starts there. */
export function oldestOf<M extends Placed>(window: MessageWindow<M>): M | undefined {
  return window.history[0] ?? window.live[0];
}

/** Whether another page of older messages can be loaded. */
export function canLoadOlder(window: MessageWindow<Placed>): boolean {
  return window.settled && window.hasOlder && window.history.length + window.live.length < WINDOW_MAX;
}

/** Whether every message after `time` is held. */
export function reachesBackTo(window: MessageWindow<Placed>, time: Moment): boolean {
  if (!window.settled) return false;
  const oldest = oldestOf(window);
  return !window.hasOlder || (oldest !== undefined && compareTimes(oldest.createdAt, time) <= 0);
}

/** Where older pages of a window come from. `load` puts the next one into what `current` returns. */
export interface Pages<M extends Placed> {
  current(): MessageWindow<M>;
  load(): Promise<void>;
}

/**
 * Loads older pages until `isEnough`, at most `maxPages` of them. Resolves to whether it is enough. Rejects as `load`
 * does, and keeps the pages loaded before that.
 */
export async function loadOlderUntil<M extends Placed>(
  pages: Pages<M>,
  isEnough: (window: MessageWindow<M>) => boolean,
  maxPages: number,
): Promise<boolean> {
  for (let page = 0; page < maxPages; page += 1) {
    const window = pages.current();
    if (isEnough(window)) return true;
    if (!canLoadOlder(window)) return false;
    await pages.load();
  }
  return isEnough(pages.current());
}
