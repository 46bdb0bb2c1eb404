import { useSyncExternalStore } from 'react';
import { useConnection } from './connection.ts';
import { DataError } from './data-error.ts';
import type { Paged, PagedSource } from './paged-source.ts';

const NOTHING: Paged<never> = { items: null, hasMore: false, loadingMore: false, error: null };
const NOT_LOADED: Paged<never> = { ...NOTHING, error: new DataError('not-loaded') };
const noReader = () => () => {};
const nothing = () => NOTHING;

/**
 * What is read of a paged list so far, kept current. Without a connection, what was never loaded is an error
 * ('not-loaded') until it arrives by itself. Pass null while there is nothing to read.
 */
export function usePaged<T>(source: PagedSource<T> | null): Paged<T> {
  const paged = useSyncExternalStore<Paged<T>>(source?.subscribe ?? noReader, source?.getSnapshot ?? nothing);
  const connection = useConnection();
  const waits = source !== null && paged.items === null && paged.error === null;
  return waits && connection === 'offline' ? NOT_LOADED : paged;
}
