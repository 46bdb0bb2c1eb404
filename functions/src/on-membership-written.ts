import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { createCommunityStore } from './data/community-store.ts';
import { openFirestore } from './data/firestore.ts';
import { settleCommunityMembership } from './domain/settle-community-membership.ts';
import { retried } from './options.ts';

/** Joining and leaving a community: the count, and the community's chats of somebody who left. */
export const onMembershipWritten = onDocumentWritten(
  { ...retried, document: 'communities/{communityId}/members/{uid}' },
  async ({ params, data }) => {
    // What a member shows, or a new role, changes nothing here.
    if (data?.before.exists && data.after.exists) return;
    await settleCommunityMembership(createCommunityStore(openFirestore()), params.communityId, params.uid);
  },
);
