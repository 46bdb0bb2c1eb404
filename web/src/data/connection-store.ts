/** 'connecting' means that an answer from the server is late, 'offline' that none is expected. */
export type Connection = 'online' | 'connecting' | 'offline';

/** An answer that takes this long is late. Shorter delays are not shown. */
export const LATE_MS = 2_500;
/** An answer that takes this long is no longer expected. */
export const GONE_MS = 8_000;
const FIRST_RECONNECT_MS = 5_000;
const LAST_RECONNECT_MS = 30_000;

/** An answer that we expect from the server. Call exactly one of these, once. */
export interface ExpectedAnswer {
  arrived(): void;
  /** It will not come: the request did not reach the server, or the answer was lost. */
  failed(): void;
  /** Nobody is waiting for it any more. */
  dropped(): void;
}

export interface ConnectionStore {
  read(): Connection;
  subscribe(onChange: () => void): () => void;
  expectAnswer(): ExpectedAnswer;
  /** The server sent something on its own. */
  noteAnswer(): void;
  /** `navigator.onLine` may have changed. */
  browserChanged(): void;
  /** Sets what makes the SDK reconnect. It is called from time to time while offline. Until then, failures do not count. */
  setReconnect(reconnect: () => unknown): void;
}

/**
 * Derives the state of the connection from the server's answers. `navigator.onLine` counts only when it is false. Once an
 * answer is late, only another answer brings the state back to 'online', so it does not flicker.
 */
export function createConnectionStore(browserIsOnline: () => boolean): ConnectionStore {
  const open = new Set<{ since: number }>();
  const readers = new Set<() => void>();
  let state: Connection = browserIsOnline() ? 'online' : 'offline';
  /** The start of the first request that failed since the last answer. */
  let lostSince = Number.POSITIVE_INFINITY;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let browserChangedAt = Number.NEGATIVE_INFINITY;
  let reconnect: (() => unknown) | null = null;
  let reconnectWait = FIRST_RECONNECT_MS;
  let nextLook: ReturnType<typeof setTimeout> | undefined;
  let nextReconnect: ReturnType<typeof setTimeout> | undefined;

  function waitingSince(): number {
    // A request from before the last answer says nothing about the connection now.
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

/** `waited` is the time without an answer; negative if none is expected. */
function stateAfter(before: Connection, waited: number, browserIsOnline: boolean): Connection {
  if (!browserIsOnline || waited >= GONE_MS) return 'offline';
  if (waited < 0) return 'online';
  return waited >= LATE_MS || before !== 'online' ? 'connecting' : 'online';
}
