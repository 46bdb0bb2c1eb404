import { chatMemberPath } from '@sameboat/model/chat-member';
import { communityPath, communitySize } from '@sameboat/model/community';
import { type CommunityFacts, communityFactsPath } from '@sameboat/model/community-facts';
import { communityMemberPath } from '@sameboat/model/community-member';
import { type DocumentSnapshot, type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { CommunityStore } from '../domain/settle-community-membership.ts';
import { runTransaction } from './run-transaction.ts';

/** No document is written more than once a second for long. */
const countIntervalMs = 1_000;

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
    async recountMembers(communityId, times) {
      const community = firestore.doc(communityPath(communityId));
      const facts = firestore.doc(communityFactsPath(communityId));
      // Most of many events end here, without a lock.
      const due = countIsDue(await facts.get(), times);
      if (due !== 'now') return due;
      return runTransaction(firestore, async (transaction) => {
        const [stored, factsNow] = await transaction.getAll(community, facts);
        if (!stored?.exists) return null;
        const stillDue = countIsDue(factsNow, times);
        if (stillDue !== 'now') return stillDue;
        // Counted after the facts are locked, outside the transaction: nobody's joining waits for the count. And
        // written although they may be the same, so that an older count that is still under way is turned away.
        const members = community.collection('members');
        const [count, founders] = await Promise.all([
          members.count().get(),
          members.where('role', '==', 'founder').limit(1).select().get(),
        ]);
        const memberCount = count.data().count;
        const countedAt =
          count.readTime.toMillis() < founders.readTime.toMillis() ? count.readTime : founders.readTime;
        const wanted: CommunityFacts = { founderId: founders.docs[0]?.id ?? null, memberCount, countedAt };
        transaction.set(facts, wanted);
        const size = communitySize(memberCount);
        // Everybody may listen to the community: nothing moves there until a step is crossed.
        if (stored.get('size') !== size) transaction.update(community, { size });
        return null;
      });
    },
  };
}

/**
 * Null when the stored count is newer than the change, to the millisecond; otherwise 'now', or when a second has passed
 * since the last one. Those who wait come back a little apart, so that the first can count for all.
 */
function countIsDue(
  facts: DocumentSnapshot | undefined,
  { changedAt, now }: { readonly changedAt: number; readonly now: number },
): number | null | 'now' {
  const countedAt: unknown = facts?.get('countedAt');
  if (!(countedAt instanceof Timestamp)) return 'now';
  const last = countedAt.toMillis();
  if (last > changedAt) return null;
  return last + countIntervalMs <= now ? 'now' : last + countIntervalMs + Math.random() * 200;
}
