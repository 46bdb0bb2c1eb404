import { onDocumentDeleted } from 'firebase-functions/v2/firestore';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import * as pictures from './data/pictures.ts';
import { removeDeletedCommunity } from './domain/remove-community.ts';
import { longest, retried } from './options.ts';

/** A community that its founder deleted: everything in it goes, and its members are told. */
export const onCommunityDeleted = onDocumentDeleted(
  { ...retried, ...longest, document: 'communities/{communityId}' },
  async ({ params: { communityId } }) => {
    const stores = { documents: createDocumentStore(openFirestore()), pictures };
    await removeDeletedCommunity(stores, communityId, systemClock.now());
  },
);
