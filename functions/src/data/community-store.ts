import { chatMemberPath } from '@sameboat/model/chat-member';
import { communityPath } from '@sameboat/model/community';
import { communityMemberPath } from '@sameboat/model/community-member';
import type { Firestore } from 'firebase-admin/firestore';
import type { CommunityStore } from '../domain/settle-community-membership.ts';
import { runTransaction } from './run-transaction.ts';

/** Chats looked at in one go when somebody leaves a community. */
const pageSize = 200;

export function createCommunityStore(firestore: Firestore): CommunityStore {
  return {
    async isMember(communityId, uid) {
      return (await firestore.doc(communityMemberPath(communityId, uid)).get()).exists;
    },
    async chatsOf(communityId, uid) {
      const chats = firestore
        .collection('chats')
        .where('communityId', '==', communityId)
        .select()
        .limit(pageSize);
      const found: string[] = [];
      for (let page = await chats.get(); page.docs.length > 0; ) {
        const memberships = await firestore.getAll(
          ...page.docs.map((chat) => firestore.doc(chatMemberPath(chat.id, uid))),
          { fieldMask: [] },
        );
        page.docs.forEach((chat, index) => {
          if (memberships[index]?.exists) found.push(chat.id);
        });
        const last = page.docs.at(-1);
        if (page.docs.length < pageSize || last === undefined) break;
        page = await chats.startAfter(last).get();
      }
      return found;
    },
    async leaveChat(chatId, uid) {
      await firestore.doc(chatMemberPath(chatId, uid)).delete();
    },
    recountMembers: (communityId) =>
      runTransaction(firestore, async (transaction) => {
        const community = firestore.doc(communityPath(communityId));
        const snapshot = await transaction.get(community);
        if (!snapshot.exists) return;
        // Counted after the community is locked, outside the transaction: nobody's joining waits for the count. And
        // written although it may be the same, so that an older count that is still under way is turned away.
        const members = await community.collection('members').count().get();
        transaction.update(community, { memberCount: members.data().count });
      }),
  };
}
