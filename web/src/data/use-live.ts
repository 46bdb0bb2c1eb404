import { useSyncExternalStore } from 'react';
import type { Live, LiveSource } from './live-source.ts';

const NOTHING: Live<never> = { status: 'loading', value: undefined, fromCache: true, error: null };
const noReader = () => () => {};
const nothing = () => NOTHING;

/** The current state of `source`, kept current. Pass null while it is not known what to watch: stays 'loading'. */
export function useLive<T>(source: LiveSource<T> | null): Live<T> {
  return useSyncExternalStore<Live<T>>(source?.subscribe ?? noReader, source?.getSnapshot ?? nothing);
}
