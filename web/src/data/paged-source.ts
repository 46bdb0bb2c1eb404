import { connection } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';
import { createPageReader } from './page-reader.ts';

export interface Page<T, Cursor> {
  readonly items: readonly T[];
  /** Where the next page begins; null when this is the last. */
  readonly next: Cursor | null;
  /** True if it comes from the cache because there is no connection. It is then read again when there is one. */
  readonly fromCache: boolean;
}

/** A list that is read page by page, as a screen sees it. `items` is null until the first page is loaded. */
export interface Paged<T> {
  readonly items: readonly T[] | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly error: DataError | null;
}

/** Fits `useSyncExternalStore`. */
export interface PagedSource<T> {
  subscribe(onChange: () => void): () => void;
  getSnapshot(): Paged<T>;
  /** Reads the next page. Does nothing while a page is loading, or if there is no next page. */
  more(): void;
  /** Tries again after an error. If there was no connection, this happens by itself when there is one. */
  retry(): void;
}

export interface PagedOptions<T, Cursor> {
  load(after: Cursor | null): Promise<Page<T, Cursor>>;
  /** An item that is on two pages is shown once. */
  idOf(item: T): string;
}

/** A list is kept for this long after its last reader has left. */
export const FRESH_MS = 60_000;
/** How soon to try again if there is a connection but the answer came from the cache. */
const AGAIN_MS = 3_000;
const EMPTY: Paged<never> = { items: null, hasMore: false, loadingMore: false, error: null };

const sources = new Map<string, PagedSource<unknown>>();

/**
 * The list for `key`, which names the query and the person who asks. Each key has its own list, so a late answer to one
 * query can never appear under another.
 */
export function pagedSource<T, Cursor>(key: string, options: PagedOptions<T, Cursor>): PagedSource<T> {
  const known = sources.get(key);
  // One key is only ever used with one type: the key begins with the name of the function that makes the source.
  if (known !== undefined) return known as PagedSource<T>;
  const made = createPagedSource(options, () => sources.delete(key));
  sources.set(key, made);
  return made;
}

function createPagedSource<T, Cursor>(
  { load, idOf }: PagedOptions<T, Cursor>,
  forget: () => void,
): PagedSource<T> {
  const reader = createPageReader();
  const readers = new Set<() => void>();
  let state: Paged<T> = EMPTY;
  let next: Cursor | null = null;
  let stale: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopFollowing = () => {};

  function publish(change: Partial<Paged<T>>) {
    state = { ...state, ...change };
    for (const onChange of [...readers]) onChange();
  }

  function healWhenConnected() {
    clearTimeout(again);
    if (readers.size === 0 || !isForLackOfConnection(state.error)) return;
    if (connection.read() === 'online') again = setTimeout(retry, AGAIN_MS);
  }

  function read() {
    const after = next;
    publish({ error: null, loadingMore: after !== null });
    reader
      .read(
        () => load(after),
        (page) => {
          const before = after === null ? [] : (state.items ?? []);
          const known = new Set(before.map(idOf));
          const items = [...before, ...page.items.filter((item) => !known.has(idOf(item)))];
          if (!page.fromCache) next = page.next;
          const error = page.fromCache ? new DataError('not-loaded') : null;
          publish({ items, hasMore: next !== null, loadingMore: false, error });
        },
      )
      .catch((cause: unknown) => publish({ error: toDataError(cause), loadingMore: false }))
      .finally(healWhenConnected);
  }

  function retry() {
    if (state.error !== null) read();
  }

  return {
    subscribe(onChange) {
      readers.add(onChange);
      clearTimeout(stale);
      if (readers.size === 1) {
        stopFollowing = connection.subscribe(() => {
          if (connection.read() === 'online' && isForLackOfConnection(state.error)) retry();
        });
        if (state.items === null && !reader.isReading()) read();
      }
      return () => {
        readers.delete(onChange);
        if (readers.size > 0) return;
        stopFollowing();
        clearTimeout(again);
        stale = setTimeout(forget, FRESH_MS);
      };
    },
    getSnapshot: () => state,
    more() {
      if (next !== null && !reader.isReading()) read();
    },
    retry,
  };
}

function isForLackOfConnection(error: DataError | null): boolean {
  return error?.code === 'offline' || error?.code === 'not-loaded';
}
