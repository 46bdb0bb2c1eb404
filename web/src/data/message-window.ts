/** The least a message needs to have a place in a chat. */
export interface Placed {
  readonly id: string;
  readonly createdAt: { readonly seconds: number; readonly nanoseconds: number };
}

/**
 * A stretch of one chat, oldest first, without gap or duplicate, that reaches up to now.
 * `live` is what the listener holds (the newest `liveLimit`), `history` is what lies directly before it.
 */
export interface MessageWindow<M extends Placed> {
  readonly history: readonly M[];
  readonly live: readonly M[];
  /** True once `live` is known to be what the server has, which is when `history` may be joined to it. */
  readonly settled: boolean;
  /** Whether the server may hold messages older than the oldest here. */
  readonly hasOlder: boolean;
}

/** How many messages one screen holds in memory at most, about 5 MB. Loading older ones stops there. */
export const WINDOW_MAX = 10_000;

export function emptyWindow<M extends Placed>(): MessageWindow<M> {
  return { history: [], live: [], settled: false, hasOlder: false };
}

/** Where `a` stands to `b`: by time, then by id, as Firestore orders them. */
export function compareMessages(a: Placed, b: Placed): number {
  return (
    a.createdAt.seconds - b.createdAt.seconds ||
    a.createdAt.nanoseconds - b.createdAt.nanoseconds ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/**
 * Takes the listener's newest result, in any order. What slid out of the listener's reach becomes history. After a
 * long absence the new result may not touch the old one: the stretch between is unknown, so the old one is let go.
 * `found` counts the result's documents when some of them could not be read.
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
  // Before the window was full there was nothing older than it; since it is full, what slid out is the beginning.
  const hasOlder = window.hasOlder && history.length + live.length < WINDOW_MAX;
  return { history, live, settled: true, hasOlder };
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
  const history = [...older, ...window.history];
  return {
    ...window,
    history,
    hasOlder: page.length >= pageLimit && history.length + window.live.length < WINDOW_MAX,
  };
}

/** The oldest message held, from which the next older page starts. */
export function oldestOf<M extends Placed>(window: MessageWindow<M>): M | undefined {
  return window.history[0] ?? window.live[0];
}
