import { avatarImagePath, communityImagePath, coverImagePath } from '@sameboat/model/image';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { DataError, toDataError } from '../data-error.ts';
import { createPictureChange, type PictureChange, type PictureStep } from './picture-change.ts';
import { pictureSentence } from './picture-problem.ts';
import type { PictureTarget } from './upload-picture.ts';

/** A picture of mine, or of a community that I moderate. */
export type ChangedPicture =
  | { readonly of: 'me'; readonly uid: string; readonly place: 'avatar' | 'cover' }
  | {
      readonly of: 'community';
      readonly communityId: string;
      readonly uid: string;
      readonly place: 'avatar' | 'cover';
    };

/** Width over height that a picture is cut to, and the pixels it may be wide. */
export const pictureShapes = {
  avatar: { aspect: 1, widthMax: 512 },
  cover: { aspect: 16 / 5, widthMax: 1280 },
} as const;

export type PictureChangeState = PictureStep &
  Pick<PictureChange, 'pick' | 'crop' | 'remove' | 'retry' | 'cancel'>;

/** Chooses, uploads and shows a picture, or removes it. An upload goes on when its screen is left. */
export function usePictureChange(picture: ChangedPicture): PictureChangeState {
  const [change] = useState(() =>
    createPictureChange({
      widthMax: pictureShapes[picture.place].widthMax,
      open: async (file) => (await loadWork()).openPicture(file),
      upload: async (blob, options) => (await loadWork()).uploadPicture(targetOf(picture), blob, options),
      save: async (path) => {
        const { saveOwnPicture, saveCommunityPicture } = await loadWork();
        if (picture.of === 'me') await saveOwnPicture(picture.uid, picture.place, path);
        else await saveCommunityPicture(picture.communityId, picture.place, path);
      },
      discard: (path) => {
        loadWork().then(
          ({ deletePicture }) => deletePicture(path),
          () => undefined,
        );
      },
      sentence: pictureSentence,
      isUnsure: (cause) => toDataError(cause).code === 'offline',
    }),
  );
  const step = useSyncExternalStore(change.subscribe, change.read);
  useEffect(
    () => () => {
      const { step } = change.read();
      if (step === 'reading' || step === 'cropping' || step === 'failed') change.cancel();
    },
    [change],
  );
  const { pick, crop, remove, retry, cancel } = change;
  return { ...step, pick, crop, remove, retry, cancel };
}

function targetOf(picture: ChangedPicture): PictureTarget {
  const { uid, place } = picture;
  if (picture.of === 'community') {
    const { communityId } = picture;
    const pathOf = (fileId: string) => communityImagePath(communityId, uid, fileId);
    return { uid, target: `communities/${communityId}`, pathOf };
  }
  const toPath = place === 'avatar' ? avatarImagePath : coverImagePath;
  return { uid, target: `users/${uid}`, pathOf: (fileId) => toPath(uid, fileId) };
}

/**
 * All that a change needs, fetched with its first step: a browser that lost its connection half way may not fetch a
 * file again that failed once.
 */
async function loadWork() {
  try {
    const [open, upload, own, community] = await Promise.all([
      import('./open-picture.ts'),
      import('./upload-picture.ts'),
      import('./save-own-picture.ts'),
      import('./save-community-picture.ts'),
    ]);
    return { ...open, ...upload, ...own, ...community };
  } catch (cause) {
    throw new DataError('offline', 'not loaded', { cause });
  }
}
