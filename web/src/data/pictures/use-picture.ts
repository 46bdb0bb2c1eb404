import { hasSmallCopies, parseImagePath, smallImagePath, smallImageSides } from '@sameboat/model/image';
import { useCallback, useSyncExternalStore } from 'react';
import { toDataError } from '../data-error.ts';
import { whenForgotten } from '../device-store.ts';
import { forgetUser } from '../get-user.ts';
import { createPictureCache } from './picture-cache.ts';

/** All pictures that are drawn anywhere. */
export const pictureCache = createPictureCache({
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
whenForgotten(pictureCache.close);

/**
 * An object URL of the picture at `path`, fetched with this person's own sign-in; null until it is here, and where it
 * cannot be had. `side` is the longer one that it is drawn at, in CSS pixels: an avatar's smallest copy that suffices
 * is taken. Pass null for no picture.
 */
export function usePicture(path: string | null, side: number): string | null {
  const object = path === null ? null : objectFor(path, side * window.devicePixelRatio);
  const subscribe = useCallback(
    (onChange: () => void) => (object === null ? () => {} : pictureCache.hold(object, onChange)),
    [object],
  );
  return useSyncExternalStore(subscribe, () => (object === null ? null : pictureCache.read(object)));
}

/** The object to fetch for a picture that is drawn `pixels` wide. */
export function objectFor(path: string, pixels: number): string {
  const side = hasSmallCopies(path) ? smallImageSides.find((each) => each >= pixels) : undefined;
  return side === undefined ? path : smallImagePath(path, side);
}
