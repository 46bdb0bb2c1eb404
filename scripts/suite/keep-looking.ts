const everyMs = 1000;

/** Looks at a part of the suite again and again, and keeps what it saw. */
export interface Keeper {
  /** Looks now; resolves when what was there is kept. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Calls `look` each second, never twice at once. A look that fails is left to the next one: a suite that is ending, or
 * busy, answers no more or late. `isStopped`: asked before anything is kept, since the suite may be gone by then.
 */
export function keepLooking(look: (isStopped: () => boolean) => Promise<void>): Keeper {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();

  const next = () => {
    const after = () => look(() => stopped);
    const now = last.then(after, after);
    last = now;
    return now;
  };
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => void next().then(again, again), everyMs);
  };
  again();
  return {
    look: next,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
