import { type DataError, toDataError } from './data-error.ts';

/** What a screen sees of something that keeps changing. `value` stays while an error is shown. */
export type Live<T> =
  | { readonly status: 'loading'; readonly value: undefined; readonly fromCache: true; readonly error: null }
  | { readonly status: 'ready'; readonly value: T; readonly fromCache: boolean; readonly error: null }
  | {
      readonly status: 'error';
      readonly value: T | undefined;
      readonly fromCache: boolean;
      readonly error: DataError;
    };

export interface LiveObserver<T> {
  next(value: T, fromCache: boolean): void;
  /** The listener is dead after this; the source starts another when somebody asks, or by itself when it may help. */
  error(error: unknown): void;
}

/** A value shared by every reader that asks for the same thing; fits `useSyncExternalStore`. */
export interface LiveSource<T> {
  subscribe(onChange: () => void): () => void;
  getSnapshot(): Live<T>;
  /** Starts the listener again after an error. Does nothing while it runs. */
  retry(): void;
}

/** How long a listener outlives its last reader, so that going back and forth costs no reads. */
export const LINGER_MS = 5_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

const LOADING = { status: 'loading', value: undefined, fromCache: true, error: null } as const;

/** Errors that the same request, sent again by itself, may get past. */
const PASSING: ReadonlySet<DataError['code']> = new Set(['offline', 'busy', 'unknown']);

interface OpenSource extends LiveSource<unknown> {
  close(): void;
}

const open = new Map<string, OpenSource>();

/**
 * The one source for `key`. `key` names the query and the person who asks, so that nobody is shown what another
 * person of the same browser read. `start` begins a listener and returns what ends it.
 */
export function liveSource<T>(key: string, start: (observer: LiveObserver<T>) => () => void): LiveSource<T> {
  const known = open.get(key);
  // One key is only ever used with one type: the key begins with the name of the function that makes the source.
  if (known !== undefined) return known as unknown as LiveSource<T>;
  const made = createSource<T>(start, () => open.delete(key));
  open.set(key, made);
  return made;
}

/** Ends every listener at once, for when the person signs out. Readers that remain see 'loading'. */
export function closeAllListeners(): void {
  for (const source of [...open.values()]) source.close();
  open.clear();
}

function createSource<T>(start: (observer: LiveObserver<T>) => () => void, onIdle: () => void) {
  let state: Live<T> = LOADING;
  let stop: (() => void) | null = null;
  let linger: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let retryDelay = FIRST_RETRY_MS;
  let generation = 0;
  const readers = new Set<() => void>();

  function publish(next: Live<T>) {
    state = next;
    for (const reader of [...readers]) reader();
  }

  function begin() {
    clearTimeout(retryTimer);
    const mine = ++generation;
    const observer: LiveObserver<T> = {
      next(value, fromCache) {
        if (mine !== generation) return;
        retryDelay = FIRST_RETRY_MS;
        publish({ status: 'ready', value, fromCache, error: null });
      },
      error(cause) {
        if (mine !== generation) return;
        end();
        const error = toDataError(cause);
        publish({ status: 'error', value: state.value, fromCache: state.fromCache, error });
        if (PASSING.has(error.code)) {
          retryTimer = setTimeout(begin, retryDelay);
          retryDelay = Math.min(retryDelay * 2, LAST_RETRY_MS);
        }
      },
    };
    try {
      stop = start(observer);
    } catch (cause) {
      // Firestore was closed because another tab signed out. This tab is about to reload.
      observer.error(cause);
    }
    // A listener that failed before it returned has already moved the generation on.
    if (mine !== generation) end();
  }

  function end() {
    generation += 1;
    const stopping = stop;
    stop = null;
    stopping?.();
  }

  function close() {
    clearTimeout(linger);
    clearTimeout(retryTimer);
    end();
    publish(LOADING);
  }

  return {
    subscribe(onChange: () => void) {
      readers.add(onChange);
      clearTimeout(linger);
      // Whoever comes back to what failed asks again; those who join a reader share the error.
      if (stop === null && (state.status !== 'error' || readers.size === 1)) begin();
      return () => {
        readers.delete(onChange);
        if (readers.size > 0) return;
        clearTimeout(linger);
        linger = setTimeout(() => {
          close();
          onIdle();
        }, LINGER_MS);
      };
    },
    getSnapshot: () => state,
    retry() {
      if (stop !== null || readers.size === 0) return;
      publish(LOADING);
      begin();
    },
    close,
  };
}
