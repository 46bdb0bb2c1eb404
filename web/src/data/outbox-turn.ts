/** A tab that is frozen during its turn must not stop the others. */
const PATIENCE_MS = { message: 10_000, picture: 120_000 } as const;

/** The parts of the browser that are needed. */
export interface TurnWorld {
  readonly locks: Pick<LockManager, 'request' | 'query'>;
  /** Speaks to this person's other tabs. */
  readonly others: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  isVisible(): boolean;
  onHidden(act: () => void): void;
}

export interface Turns {
  /** Waits until this tab may send. Resolves to a function that ends the turn. */
  take(): Promise<() => void>;
}

/**
 * Lets one tab send at a time, so that two do not send the same message at once; that each message arrives only once does
 * not depend on it. Asking the browser for a lock takes about ten milliseconds, so a tab that somebody looks at keeps the
 * lock between messages, until another tab asks for it.
 */
export function createTurns(
  name: string,
  patienceMs: number,
  { locks, others, isVisible, onHidden }: TurnWorld,
): Turns {
  let release: (() => void) | null = null;
  let isTaken = false;
  let isWanted = false;

  function giveUp() {
    if (isTaken) return;
    release?.();
    release = null;
  }

  /** Ends one turn, however often it is called. */
  function turn(): () => void {
    isTaken = true;
    isWanted = false;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      isTaken = false;
      if (isWanted || !isVisible()) giveUp();
      else giveUpIfAwaited();
    };
  }

  /** Another tab may have asked while this one was waiting itself. */
  function giveUpIfAwaited() {
    locks.query().then(
      ({ pending }) => {
        if (pending?.some((lock) => lock.name === name)) giveUp();
      },
      () => giveUp(),
    );
  }

  others.addEventListener('message', () => {
    isWanted = true;
    giveUp();
  });
  onHidden(giveUp);

  return {
    take() {
      if (release !== null) return Promise.resolve(turn());
      others.postMessage(null);
      return new Promise((resolve) => {
        locks
          .request(
            name,
            { signal: AbortSignal.timeout(patienceMs) },
            () =>
              new Promise<void>((end) => {
                release = end;
                resolve(turn());
              }),
          )
          .catch(() => resolve(() => {}));
      });
    },
  };
}

const turns = new Map<string, Turns>();

/**
 * Waits until this tab may send a message, or upload a picture, for `uid`. Resolves to a function that ends the turn. Without
 * Web Locks it resolves at once.
 */
export function takeTurn(uid: string, of: keyof typeof PATIENCE_MS): Promise<() => void> {
  if (!('locks' in navigator)) return Promise.resolve(() => {});
  const name = of === 'message' ? `sameboat.outbox.${uid}` : `sameboat.uploads.${uid}`;
  const known = turns.get(name) ?? createTurns(name, PATIENCE_MS[of], browserWorld(name));
  turns.set(name, known);
  return known.take();
}

function browserWorld(name: string): TurnWorld {
  return {
    locks: navigator.locks,
    others: new BroadcastChannel(name),
    isVisible: () => document.visibilityState === 'visible',
    onHidden: (act) => document.addEventListener('visibilitychange', () => document.hidden && act()),
  };
}
