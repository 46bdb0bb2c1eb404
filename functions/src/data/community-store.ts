import { chatMemberPath } from '@sameboat/model/chat-member';
import { communityPath, communitySize } from '@sameboat/model/community';
import { type CommunityFacts, communityFactsPath } from '@sameboat/model/community-facts';
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
        const facts = firestore.doc(communityFactsPath(communityId));
        const [stored] = await transaction.getAll(community, facts);
        if (!stored?.exists) return;
        // Counted after the facts are locked, outside the transaction: nobody's joining waits for the count. And
        // written although they may be the same, so that an older count that is still under way is turned away.
        const members = community.collection('members');
        const [count, founders] = await Promise.all([
          members.count().get(),
          members.where('role', '==', 'founder').limit(1).select().get(),
        ]);
        const memberCount = count.data().count;
        const wanted: CommunityFacts = { founderId: founders.docs[0]?.id ?? null, memberCount };
        transaction.set(facts, wanted);
        const size = communitySize(memberCount);
        // Everybody may listen to the community: nothing moves there until a step is crossed.
        if (stored.get('size') !== size) transaction.update(community, { size });
      }),
  };
}
