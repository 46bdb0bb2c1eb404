import { useSyncExternalStore } from 'react';
import { useConnection } from './connection.ts';
import { DataError } from './data-error.ts';
import type { Live, LiveSource } from './live-source.ts';

const LOADING: Live<never> = { status: 'loading', value: undefined, fromCache: true, error: null };
const NOT_LOADED: Live<never> = {
  status: 'error',
  value: undefined,
  fromCache: true,
  error: new DataError('not-loaded'),
};
const noReader = () => () => {};
const loading = () => LOADING;

/**
 * The current state of `source`, live. While offline, a value that was never loaded is an error ('not-loaded') until it
 * arrives. Pass null while it is not known what to watch: stays 'loading'.
 */
export function useLive<T>(source: LiveSource<T> | null): Live<T> {
  const live = useSyncExternalStore<Live<T>>(source?.subscribe ?? noReader, source?.getSnapshot ?? loading);
  const connection = useConnection();
  return source !== null && live.status === 'loading' && connection === 'offline' ? NOT_LOADED : live;
}
