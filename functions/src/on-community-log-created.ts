import { communityLogEntrySchema } from '@sameboat/model/community-log';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { createOnce } from './data/create-once.ts';
import { openFirestore } from './data/firestore.ts';
import { tellOfAct } from './domain/tell-of-act.ts';
import { retried } from './options.ts';

/** What the founder or a moderator of a community did to somebody: that person is told, and why. */
export const onCommunityLogCreated = onDocumentCreated(
  { ...retried, document: 'communities/{communityId}/log/{entryId}' },
  async ({ params: { communityId, entryId }, data }) => {
    const entry = communityLogEntrySchema.parse(data?.data());
    const told = tellOfAct(communityId, entryId, entry);
    if (told !== null) await createOnce(openFirestore(), told.path, told.data);
  },
);
