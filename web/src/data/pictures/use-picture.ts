import { hasSmallCopies, parseImagePath, smallImagePath, smallImageSides } from '@sameboat/model/image';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useConnection } from '../connection.ts';
import { toDataError } from '../data-error.ts';
import { whenForgotten } from '../device-store.ts';
import { forgetUser } from '../get-user.ts';
import { createPictureCache } from './picture-cache.ts';

const cache = createPictureCache({
  fetch: async (path) => {
    const { fetchPicture } = await import('./fetch-picture.ts');
    try {
      return await fetchPicture(path);
    } catch (cause) {
      // The person has another picture by now, or none.
      const { target } = parseImagePath(path.replace(/_\d+$/, '')) ?? {};
      if (toDataError(cause).code === 'not-found' && target?.startsWith('users/'))
        forgetUser(target.slice('users/'.length));
      throw cause;
    }
  },
  spareBytesMax: 8_000_000,
});
whenForgotten(cache.close);

/**
 * An object URL of the picture at `path`, fetched with this person's own sign-in; null until it is here, and where it
 * cannot be had. `side` is the longer one that it is drawn at, in CSS pixels: an avatar's smallest copy that suffices
 * is taken. Pass null for no picture.
 */
export function usePicture(path: string | null, side: number): string | null {
  const object = path === null ? null : objectFor(path, side * window.devicePixelRatio);
  const subscribe = useCallback(
    (onChange: () => void) => (object === null ? () => {} : cache.hold(object, onChange)),
    [object],
  );
  return useSyncExternalStore(subscribe, () => (object === null ? null : cache.read(object)));
}

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
  const subscribe = useCallback((onChange: () => void) => cache.hold(path, onChange), [path]);
  const problem = useSyncExternalStore(subscribe, () => cache.problem(path));
  const isOnline = useConnection() !== 'offline';
  const code = problem === undefined ? null : toDataError(problem).code;
  const retry = useCallback(() => cache.retry(path), [path]);
  const isGone = code === 'not-found' || code === 'not-allowed';
  const hasFailed = code !== null && !isGone;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the connection is back
  useEffect(() => {
    if (isOnline && hasFailed) retry();
  }, [isOnline]);
  return { url, problem: isGone ? 'gone' : hasFailed ? 'failed' : null, retry };
}

/** The object to fetch for a picture that is drawn `pixels` wide. */
export function objectFor(path: string, pixels: number): string {
  const side = hasSmallCopies(path) ? smallImageSides.find((each) => each >= pixels) : undefined;
  return side === undefined ? path : smallImagePath(path, side);
}
