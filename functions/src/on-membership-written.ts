import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { systemClock } from './data/clock.ts';
import { createCommunityStore } from './data/community-store.ts';
import { openFirestore } from './data/firestore.ts';
import { settleCommunityMembership } from './domain/settle-community-membership.ts';
import { retried } from './options.ts';

/** Joining and leaving a community, and a new founder: its facts, and the chats of somebody who left. */
export const onMembershipWritten = onDocumentWritten(
  { ...retried, document: 'communities/{communityId}/members/{uid}' },
  async ({ params: { communityId, uid }, data, time }) => {
    // What a member shows, and whether they are listed, changes nothing here.
    const hasStayed = data?.before.exists && data.after.exists;
    if (hasStayed && data.before.get('role') === data.after.get('role')) return;
    const change = { communityId, uid, changedAt: Date.parse(time) };
    await settleCommunityMembership(createCommunityStore(openFirestore()), systemClock, change);
  },
);
