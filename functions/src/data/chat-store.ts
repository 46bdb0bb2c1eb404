import { blockPath } from '@sameboat/model/block';
import { chatLastPath, chatPath } from '@sameboat/model/chat';
import { chatMemberPath } from '@sameboat/model/chat-member';
import { communityPath } from '@sameboat/model/community';
import { idSchema } from '@sameboat/model/id';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { userPath } from '@sameboat/model/user';
import { type Firestore, Timestamp, type Transaction } from 'firebase-admin/firestore';
import type { ChatStore, ChatTransaction } from '../domain/chat-store.ts';
import { type Pair, pairKey } from '../domain/pairs.ts';
import { toChat, toCountedMessage, toLast, toMember, toNewestMessage, toRow } from './chat-documents.ts';
import { runTransaction } from './run-transaction.ts';
import { toFirestore } from './to-firestore.ts';

/**
 * Chats in Firestore. The chat's document, its `private/last` and its rows are read in the transaction and so are locked
 * until it ends: of two reconciliations that overlap and write, one is turned away and starts again. Members, messages
 * and blocks are read outside it, after the locks are held, so that nobody's sending waits; what changes in them
 * meanwhile brings an event of its own, which is handled afterwards.
 */
export function createChatStore(firestore: Firestore): ChatStore {
  return {
    transact: (chatId, work) =>
      runTransaction(firestore, async (transaction) => work(await openChat(firestore, transaction, chatId))),
  };
}

/** A message that is strange must not stop its chat: a uid that is no id has no document. */
const isId = (uid: string) => idSchema.safeParse(uid).success;

async function openChat(
  firestore: Firestore,
  transaction: Transaction,
  chatId: string,
): Promise<ChatTransaction> {
  const chat = firestore.doc(chatPath(chatId));
  const members = chat.collection('members');
  const messages = chat.collection('messages');
  const row = (uid: string) => firestore.doc(inboxRowPath(uid, chatId));
  const last = firestore.doc(chatLastPath(chatId));
  const [chatSnapshot, lastSnapshot] = await transaction.getAll(chat, last);
  const data = chatSnapshot?.data();
  return {
    chat: data ? toChat(data) : null,
    last: toLast(lastSnapshot?.data()),
    async members(limit) {
      return (await members.limit(limit).get()).docs.map((found) => toMember(found.id, found.data()));
    },
    async confirmMembers(uids) {
      if (uids.length === 0) return new Map();
      const found = await transaction.getAll(
        ...uids.map((uid) => firestore.doc(chatMemberPath(chatId, uid))),
      );
      return new Map(
        found.flatMap((each) => {
          const member = each.data();
          return member ? [[each.id, toMember(each.id, member)] as const] : [];
        }),
      );
    },
    async countMembers() {
      return (await members.count().get()).data().count;
    },
    async rows(uids) {
      if (uids.length === 0) return new Map();
      const found = await transaction.getAll(...uids.map(row));
      return new Map(
        uids.flatMap((uid, index) => {
          const each = found[index]?.data();
          return each ? [[uid, toRow(each)] as const] : [];
        }),
      );
    },
    async newestMessage() {
      const found = (await messages.orderBy('createdAt', 'desc').limit(1).get()).docs[0]?.data();
      return found ? toNewestMessage(found) : null;
    },
    async messagesAfter(time, limit) {
      const found = await messages
        .where('createdAt', '>', new Timestamp(time.seconds, time.nanoseconds))
        .orderBy('createdAt', 'desc')
        .limit(limit)
        .select('senderId', 'createdAt', 'deletedAt', 'mentions')
        .get();
      return found.docs.map((each) => toCountedMessage(each.data()));
    },
    async displayNames(uids) {
      const known = uids.filter(isId);
      if (known.length === 0) return new Map();
      const people = await firestore.getAll(...known.map((uid) => firestore.doc(userPath(uid))));
      return new Map(
        people.flatMap((person) => {
          const name: unknown = person.get('displayName');
          return typeof name === 'string' ? [[person.id, name] as const] : [];
        }),
      );
    },
    blockedPairs: (pairs) => findBlockedPairs(firestore, pairs),
    async lastActiveOn(communityId) {
      const community = await transaction.get(firestore.doc(communityPath(communityId)));
      if (!community.exists) return null;
      const day: unknown = community.get('lastActiveOn');
      return typeof day === 'string' ? day : '';
    },
    createRow: (uid, wanted) => void transaction.create(row(uid), toFirestore({ ...wanted })),
    updateRow: (uid, change) => void transaction.update(row(uid), toFirestore({ ...change })),
    deleteRow: (uid) => void transaction.delete(row(uid)),
    deleteMember: (uid) => void transaction.delete(members.doc(uid)),
    setLast: (wanted) =>
      void (wanted ? transaction.set(last, toFirestore(wanted)) : transaction.delete(last)),
    updateChat: (change) => void transaction.update(chat, toFirestore(change)),
    setLastActiveOn: (communityId, day) =>
      void transaction.update(firestore.doc(communityPath(communityId)), { lastActiveOn: day }),
  };
}

/** Two documents a pair, and nothing of them but whether they are there. */
async function findBlockedPairs(firestore: Firestore, pairs: readonly Pair[]): Promise<ReadonlySet<string>> {
  const people = pairs.filter((pair) => pair.every(isId));
  if (people.length === 0) return new Set();
  const blocks = people.flatMap(([one, other]) => [
    { key: pairKey([one, other]), document: firestore.doc(blockPath(one, other)) },
    { key: pairKey([one, other]), document: firestore.doc(blockPath(other, one)) },
  ]);
  const found = await firestore.getAll(...blocks.map(({ document }) => document), { fieldMask: [] });
  return new Set(blocks.flatMap(({ key }, index) => (found[index]?.exists ? [key] : [])));
}
