import { onDocumentUpdated } from 'firebase-functions/v2/firestore';
import { deletePictures } from './data/pictures.ts';
import { replacedPictures } from './domain/replaced-pictures.ts';
import { retried } from './options.ts';

/** Deletes the avatar and cover that a person shows no longer. */
export const onUserPicturesReplaced = onDocumentUpdated(
  { ...retried, document: 'users/{uid}' },
  async ({ params, data }) => {
    if (data)
      await deletePictures(replacedPictures(`users/${params.uid}`, data.before.data(), data.after.data()));
  },
);

/** The same for a community, where another moderator may have uploaded the old one. */
export const onCommunityPicturesReplaced = onDocumentUpdated(
  { ...retried, document: 'communities/{communityId}' },
  async ({ params, data }) => {
    const target = `communities/${params.communityId}`;
    if (data) await deletePictures(replacedPictures(target, data.before.data(), data.after.data()));
  },
);
