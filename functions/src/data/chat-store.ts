import { blockPath } from '@sameboat/model/block';
import { chatLastPath, chatPath, chatRosterPath } from '@sameboat/model/chat';
import { chatMemberPath } from '@sameboat/model/chat-member';
import { communityPath } from '@sameboat/model/community';
import { idSchema } from '@sameboat/model/id';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { userPath } from '@sameboat/model/user';
import { type DocumentSnapshot, type Firestore, Timestamp, type Transaction } from 'firebase-admin/firestore';
import {
  type ChatReader,
  type ChatStore,
  type ChatTransaction,
  ContendedError,
  type RowChange,
} from '../domain/chat-store.ts';
import { type Pair, pairKey } from '../domain/pairs.ts';
import {
  toChat,
  toCountedMessage,
  toLast,
  toMember,
  toNewestMessage,
  toRoster,
  toRow,
} from './chat-documents.ts';
import { isContended, runTransaction } from './run-transaction.ts';
import { toFirestore } from './to-firestore.ts';

/** A look is tried again three times; then another one is made for it later. */
const attempts = 4;

/** gRPC's NOT_FOUND and FAILED_PRECONDITION: the document is gone, or another by now. */
const hasChanged: ReadonlySet<unknown> = new Set([5, 9]);

/**
 * Chats in Firestore. The chat's document, its `private` documents and its rows are read in the transaction and so are
 * locked until it ends: of two looks that overlap and write, one is turned away and starts again. Members, messages
 * and blocks are read outside it, after the locks are held, so that nobody's sending waits; what changes in them
 * meanwhile brings an event of its own, which is handled afterwards.
 */
export function createChatStore(firestore: Firestore): ChatStore {
  return {
    async transact(chatId, work) {
      const run = async (transaction: Transaction) => work(await openChat(firestore, transaction, chatId));
      try {
        return await runTransaction(firestore, run, attempts);
      } catch (error) {
        if (!isContended(error)) throw error;
        throw new ContendedError('Other looks at the chat were in the way.', { cause: error });
      }
    },
    async findChat(chatId) {
      const data = (await firestore.doc(chatPath(chatId)).get()).data();
      return data ? toChat(data) : null;
    },
    reader: (chatId) => chatReader(firestore, chatId),
    async readRows(chatId, uids) {
      const known = uids.filter(isId);
      if (known.length === 0) return new Map();
      const found = await firestore.getAll(...known.map((uid) => firestore.doc(inboxRowPath(uid, chatId))));
      return new Map(
        known.flatMap((uid, index) => {
          const row = found[index];
          const data = row?.data();
          return row && data
            ? [[uid, { row: toRow(data), update: (change) => updateAsRead(row, change) }]]
            : [];
        }),
      );
    },
    async isAmongFirst(chatId, { collection, field, id, at }, spanMs, count) {
      const end = new Timestamp(at.seconds, at.nanoseconds);
      const first = await firestore
        .doc(chatPath(chatId))
        .collection(collection)
        .where(field, '>', Timestamp.fromMillis(at.toMillis() - spanMs))
        .where(field, '<=', end)
        .orderBy(field)
        .limit(count)
        .select()
        .get();
      return first.docs.some((each) => each.id === id);
    },
  };
}

async function updateAsRead(row: DocumentSnapshot, change: RowChange): Promise<boolean> {
  try {
    const precondition = row.updateTime ? { lastUpdateTime: row.updateTime } : {};
    await row.ref.update(toFirestore({ ...change }), precondition);
    return true;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (hasChanged.has(code) || isContended(error)) return false;
    throw error;
  }
}

/** A message that is strange must not stop its chat: a uid that is no id has no document. */
const isId = (uid: string) => idSchema.safeParse(uid).success;

async function openChat(
  firestore: Firestore,
  transaction: Transaction,
  chatId: string,
): Promise<ChatTransaction> {
  const chat = firestore.doc(chatPath(chatId));
  const row = (uid: string) => firestore.doc(inboxRowPath(uid, chatId));
  const last = firestore.doc(chatLastPath(chatId));
  const roster = firestore.doc(chatRosterPath(chatId));
  const snapshot = await transaction.get(chat);
  const data = snapshot.data();
  return {
    ...chatReader(firestore, chatId),
    chat: data ? toChat(data) : null,
    readAt: snapshot.readTime.toMillis(),
    last: async () => toLast((await transaction.get(last)).data()),
    roster: async () => toRoster((await transaction.get(roster)).data()),
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
    async lastActiveOn(communityId) {
      const community = await transaction.get(firestore.doc(communityPath(communityId)));
      if (!community.exists) return null;
      const day: unknown = community.get('lastActiveOn');
      return typeof day === 'string' ? day : '';
    },
    createRow: (uid, wanted) => void transaction.create(row(uid), toFirestore({ ...wanted })),
    updateRow: (uid, change) => void transaction.update(row(uid), toFirestore({ ...change })),
    deleteRow: (uid) => void transaction.delete(row(uid)),
    deleteMember: (uid) => void transaction.delete(firestore.doc(chatMemberPath(chatId, uid))),
    setLast: (wanted) =>
      void (wanted ? transaction.set(last, toFirestore(wanted)) : transaction.delete(last)),
    setRoster: (uids) => void (uids ? transaction.set(roster, { uids }) : transaction.delete(roster)),
    updateChat: (change) => void transaction.update(chat, toFirestore(change)),
    setLastActiveOn: (communityId, day) =>
      void transaction.update(firestore.doc(communityPath(communityId)), { lastActiveOn: day }),
  };
}

function chatReader(firestore: Firestore, chatId: string): ChatReader {
  const chat = firestore.doc(chatPath(chatId));
  const members = chat.collection('members');
  const messages = chat.collection('messages');
  return {
    async members(limit) {
      return (await members.limit(limit).get()).docs.map((found) => toMember(found.id, found.data()));
    },
    async countMembers() {
      return (await members.count().get()).data().count;
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
        .get();
      return found.docs.map((each) => ({
        ...toCountedMessage(each.data()),
        ...toNewestMessage(each.data()),
      }));
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
