import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useConnection } from '../connection.ts';
import { toDataError } from '../data-error.ts';
import { pictureCache, usePicture } from './use-picture.ts';

/** A picture in a chat, as far as it is here. */
export interface ChatPicture {
  /** An object URL; null while it is fetched and where it cannot be had. */
  readonly url: string | null;
  /** 'gone' when it was deleted or may not be seen. */
  readonly problem: 'gone' | 'failed' | null;
  retry(): void;
}

/** As `usePicture`, with why it cannot be had. One that failed is tried again when the connection is back. */
export function useChatPicture(path: string): ChatPicture {
  const url = usePicture(path, 0);
  const subscribe = useCallback((onChange: () => void) => pictureCache.hold(path, onChange), [path]);
  const problem = useSyncExternalStore(subscribe, () => pictureCache.problem(path));
  const isOnline = useConnection() !== 'offline';
  const code = problem === undefined ? null : toDataError(problem).code;
  const retry = useCallback(() => pictureCache.retry(path), [path]);
  const isGone = code === 'not-found' || code === 'not-allowed';
  const hasFailed = code !== null && !isGone;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the connection is back
  useEffect(() => {
    if (isOnline && hasFailed) retry();
  }, [isOnline]);
  return { url, problem: isGone ? 'gone' : hasFailed ? 'failed' : null, retry };
}
