import { chatMemberPath, sentMark } from '@sameboat/model/chat-member';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import { collection, doc, getDocFromServer, serverTimestamp } from 'firebase/firestore';
import { useEffect, useSyncExternalStore } from 'react';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { isOnline, onConnectionChange } from './connection.ts';
import { deviceStore } from './device-store.ts';
import { createOutbox, type Outbox, type OutgoingMessage } from './outbox.ts';
import { messageIdOfKey } from './outbox-shelf.ts';
import { readSession, subscribeSession } from './session/session-store.ts';

let current: { uid: string; outbox: Outbox; stop: () => void } | null = null;

/** The outbox of the person who is signed in. Opening it sends what an earlier page left behind. */
export function outboxOf(uid: string): Outbox {
  if (current?.uid === uid) return current.outbox;
  current?.stop();
  const outbox = createOutbox(uid, {
    deliver: (message) => deliver(uid, message),
    wasDelivered: (message) => wasDelivered(message),
    isOnline: () => navigator.onLine,
    newId: () => doc(collection(firestore(), 'chats')).id,
    store: deviceStore,
  });
  const stops = [
    onConnectionChange(() => {
      if (isOnline()) outbox.wake();
    }),
    followOtherTabs(uid, outbox),
    subscribeSession(() => {
      const session = readSession();
      if (session.status === 'signed-out') current?.stop();
    }),
  ];
  const stop = () => {
    for (const end of stops) end();
    outbox.close();
    current = null;
  };
  current = { uid, outbox, stop };
  return outbox;
}

/** What waits to be sent in a chat, live. */
export function useOutgoing(uid: string, chatId: string): readonly OutgoingMessage[] {
  const outbox = outboxOf(uid);
  return useSyncExternalStore(outbox.subscribe, () => outbox.inChat(chatId));
}

/** Keeps the outbox at work on every signed-in screen, not only in the chat that a message was written in. */
export function useOutboxAtWork(uid: string): void {
  useEffect(() => {
    outboxOf(uid);
  }, [uid]);
}

/** One commit: the message, and the sender's own mark that the next is measured against. */
function deliver(uid: string, message: OutgoingMessage): Promise<void> {
  const db = firestore();
  return commitNow((transaction) => {
    const now = serverTimestamp();
    transaction.set(
      doc(db, messagePath(message.chatId, message.id)),
      newTextMessage({ senderId: uid, text: message.text }, now),
    );
    transaction.update(doc(db, chatMemberPath(message.chatId, uid)), sentMark(now));
  });
}

async function wasDelivered(message: OutgoingMessage): Promise<boolean> {
  const snapshot = await getDocFromServer(doc(firestore(), messagePath(message.chatId, message.id)));
  return snapshot.exists();
}

/** A message that another tab has sent or discarded is taken off here too. */
function followOtherTabs(uid: string, outbox: Outbox): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === null || event.newValue !== null) return;
    const id = messageIdOfKey(uid, event.key);
    if (id !== null) outbox.finishedElsewhere(id);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
