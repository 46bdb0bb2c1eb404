import { useSyncExternalStore } from 'react';
import type { Paged, PagedSource } from './paged-source.ts';

const NOTHING: Paged<never> = { items: null, hasMore: false, loadingMore: false, error: null };
const noReader = () => () => {};
const nothing = () => NOTHING;

/** What is read of a paged list so far, kept current. Pass null while there is nothing to read. */
export function usePaged<T>(source: PagedSource<T> | null): Paged<T> {
  return useSyncExternalStore<Paged<T>>(source?.subscribe ?? noReader, source?.getSnapshot ?? nothing);
}
