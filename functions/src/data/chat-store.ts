import { chatPath } from '@sameboat/model/chat';
import { chatMemberPath } from '@sameboat/model/chat-member';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { userPath } from '@sameboat/model/user';
import { type Firestore, Timestamp, type Transaction } from 'firebase-admin/firestore';
import type { ChatStore, ChatTransaction } from '../domain/chat-store.ts';
import { toChat, toCountedMessage, toMember, toNewestMessage, toRow } from './chat-documents.ts';
import { runTransaction } from './run-transaction.ts';

/**
 * Chats in Firestore. The chat's document and its rows are read in the transaction and so are locked until it ends:
 * of two reconciliations that overlap and write, one is turned away and starts again. Members and messages are read
 * outside it, after the locks are held, so that nobody's sending waits; what changes in them meanwhile brings an
 * event of its own, which is handled afterwards.
 */
export function createChatStore(firestore: Firestore): ChatStore {
  return {
    transact: (chatId, work) =>
      runTransaction(firestore, async (transaction) => work(await openChat(firestore, transaction, chatId))),
  };
}

async function openChat(
  firestore: Firestore,
  transaction: Transaction,
  chatId: string,
): Promise<ChatTransaction> {
  const chat = firestore.doc(chatPath(chatId));
  const members = chat.collection('members');
  const messages = chat.collection('messages');
  const row = (uid: string) => firestore.doc(inboxRowPath(uid, chatId));
  const snapshot = await transaction.get(chat);
  const data = snapshot.data();
  return {
    chat: data ? toChat(data) : null,
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
      if (uids.length === 0) return new Map();
      const people = await firestore.getAll(...uids.map((uid) => firestore.doc(userPath(uid))));
      return new Map(
        people.flatMap((person) => {
          const name: unknown = person.get('displayName');
          return typeof name === 'string' ? [[person.id, name] as const] : [];
        }),
      );
    },
    createRow: (uid, wanted) => void transaction.create(row(uid), wanted),
    updateRow: (uid, change) => void transaction.update(row(uid), { ...change }),
    deleteRow: (uid) => void transaction.delete(row(uid)),
    updateChat: (change) => void transaction.update(chat, { ...change }),
  };
}
