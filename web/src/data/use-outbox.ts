import { collection, doc } from 'firebase/firestore';
import { useEffect, useSyncExternalStore } from 'react';
import { firestore } from '../firebase/firestore.ts';
import { connection } from './connection.ts';
import { deviceStore } from './device-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { OutgoingMessage } from './outbox-state.ts';
import { createOutboxStorage } from './outbox-storage.ts';
import { takeTurn } from './outbox-turn.ts';
import { outgoingPictures } from './pictures/outgoing-pictures.ts';
import { lookForMessage, sendMessage } from './send-message.ts';
import { readSession, subscribeSession } from './session/session-store.ts';

let current: { uid: string; outbox: Outbox; stop: () => void } | null = null;

/** The outbox of the person who is signed in. Opening it sends the messages that an earlier page left unsent. */
export function outboxOf(uid: string): Outbox {
  if (current?.uid === uid) return current.outbox;
  current?.stop();
  const outbox = createOutbox({
    deliver: (message) => sendMessage(uid, message),
    look: (message) => lookForMessage(uid, message),
    takeTurn: () => takeTurn(uid, 'message'),
    connection: () => ({ online: connection.read() !== 'offline', canTry: navigator.onLine }),
    newId: () => doc(collection(firestore(), 'chats')).id,
    storage: createOutboxStorage(uid, deviceStore),
    pictures: { ...outgoingPictures(uid), takeTurn: () => takeTurn(uid, 'picture') },
  });
  const ends = [
    connection.subscribe(outbox.wake),
    subscribeSession(() => {
      if (readSession().status === 'signed-out') current?.stop();
    }),
  ];
  const stop = () => {
    for (const end of ends) end();
    outbox.close();
    current = null;
  };
  current = { uid, outbox, stop };
  return outbox;
}

/** The outgoing messages of a chat, live. */
export function useOutgoing(uid: string, chatId: string): readonly OutgoingMessage[] {
  const outbox = outboxOf(uid);
  return useSyncExternalStore(outbox.subscribe, () => outbox.inChat(chatId));
}

/** The outgoing messages of every chat, by the chat's id, live. */
export function useOutgoingByChat(uid: string): ReadonlyMap<string, readonly OutgoingMessage[]> {
  const outbox = outboxOf(uid);
  return useSyncExternalStore(outbox.subscribe, outbox.chats);
}

/** Opens the outbox, so that it sends on every signed-in screen and not only in a chat. */
export function useOutboxAtWork(uid: string): void {
  useEffect(() => {
    outboxOf(uid);
  }, [uid]);
}
