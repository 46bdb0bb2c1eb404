/** 'connecting' means that an answer of the server is late, 'offline' that none is to be expected. */
export type Connection = 'online' | 'connecting' | 'offline';

/** An answer that takes this long is late. Shorter gaps are not worth a word. */
export const LATE_MS = 2_500;
/** An answer that takes this long is no longer expected. */
export const GONE_MS = 8_000;
const FIRST_RECONNECT_MS = 5_000;
const LAST_RECONNECT_MS = 30_000;

/** An answer that the server owes. Exactly one of these is called, once. */
export interface ExpectedAnswer {
  arrived(): void;
  /** It will not come: the request failed on the way. */
  failed(): void;
  /** Nobody waits for it any more. */
  dropped(): void;
}

export interface ConnectionStore {
  read(): Connection;
  subscribe(onChange: () => void): () => void;
  expectAnswer(): ExpectedAnswer;
  /** The server sent something that no request was open for. */
  noteAnswer(): void;
  /** The browser's word may have changed. */
  browserChanged(): void;
  /** What makes the SDK connect anew. Called now and then while nothing answers; until it is set, failures do not count. */
  setReconnect(reconnect: () => unknown): void;
}

/**
 * Derives the state of the connection from what the server answers. The browser's word counts only when it says that
 * there is no network. Once an answer is late, only an answer makes the connection good again, so it does not flicker.
 */
export function createConnectionStore(browserIsOnline: () => boolean): ConnectionStore {
  const open = new Set<{ since: number }>();
  const readers = new Set<() => void>();
  let state: Connection = browserIsOnline() ? 'online' : 'offline';
  /** Since when nothing answers, as far as failed requests tell. */
  let lostSince = Number.POSITIVE_INFINITY;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let browserChangedAt = Number.NEGATIVE_INFINITY;
  let reconnect: (() => unknown) | null = null;
  let reconnectWait = FIRST_RECONNECT_MS;
  let nextLook: ReturnType<typeof setTimeout> | undefined;
  let nextReconnect: ReturnType<typeof setTimeout> | undefined;

  function waitingSince(): number {
    // An answer that is owed from before the last one proves nothing.
    const owed = [...open].map(({ since }) => since).filter((since) => since >= answeredAt);
    return Math.max(Math.min(lostSince, ...owed), browserChangedAt);
  }

  function look() {
    clearTimeout(nextLook);
    const waited = performance.now() - waitingSince();
    const next = stateAfter(state, waited, browserIsOnline());
    if (waited >= 0 && waited < GONE_MS) {
      nextLook = setTimeout(look, (waited < LATE_MS ? LATE_MS : GONE_MS) - waited);
    }
    if (next === state) return;
    state = next;
    planReconnect();
    for (const reader of [...readers]) reader();
  }

  function planReconnect() {
    clearTimeout(nextReconnect);
    if (state === 'online') reconnectWait = FIRST_RECONNECT_MS;
    if (state !== 'offline' || !browserIsOnline()) return;
    reconnect?.();
    nextReconnect = setTimeout(planReconnect, reconnectWait);
    reconnectWait = Math.min(reconnectWait * 2, LAST_RECONNECT_MS);
  }

  function noteAnswer() {
    lostSince = Number.POSITIVE_INFINITY;
    answeredAt = performance.now();
    look();
  }

  return {
    read: () => state,
    subscribe(onChange) {
      readers.add(onChange);
      return () => readers.delete(onChange);
    },
    expectAnswer() {
      const answer = { since: performance.now() };
      open.add(answer);
      look();
      return {
        arrived() {
          open.delete(answer);
          noteAnswer();
        },
        failed() {
          open.delete(answer);
          if (reconnect !== null && answer.since >= answeredAt) lostSince = Math.min(lostSince, answer.since);
          look();
        },
        dropped() {
          open.delete(answer);
          look();
        },
      };
    },
    noteAnswer,
    browserChanged() {
      browserChangedAt = performance.now();
      look();
    },
    setReconnect(next) {
      reconnect = next;
    },
  };
}

/** `waited`: for how long nothing has answered; negative while no answer is expected. */
function stateAfter(before: Connection, waited: number, browserIsOnline: boolean): Connection {
  if (!browserIsOnline || waited >= GONE_MS) return 'offline';
  if (waited < 0) return 'online';
  return waited >= LATE_MS || before !== 'online' ? 'connecting' : 'online';
}
