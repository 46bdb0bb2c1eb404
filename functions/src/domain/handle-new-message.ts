import type { FirestoreTime } from '@sameboat/model/time';
import type { ChatStore } from './chat-store.ts';
import { type Clock, handleChatEvent } from './handle-chat-event.ts';

/** A message that a person sent, by what it has in common with the others of its commit, if there are any. */
export interface SentMessage {
  readonly chatId: string;
  readonly id: string;
  readonly senderId: string;
  readonly createdAt: FirestoreTime;
}

export interface SentMessageStore {
  /** Ids of the messages with the chat, sender and time of this one, smallest first, at most `limit`. */
  idsSentWith(message: SentMessage, limit: number): Promise<readonly string[]>;
  /** Removes at most 500 messages; one that is gone already is no error. */
  removeMessages(chatId: string, ids: readonly string[]): Promise<void>;
}

/** As many as are removed in one go. */
const pageSize = 500;

/**
 * Brings a chat into line with a message that was created in it. The rules accept messages of one sender half a
 * second apart, so those of one time are of one commit: the first of them stands, the others are removed.
 *
 * The event of the one that stands removes all others before it looks at the chat, so whatever came before, its
 * look is at a chat without them; the events of the others need not look at all.
 */
export async function handleNewMessage(
  stores: { readonly chats: ChatStore; readonly messages: SentMessageStore },
  clock: Clock,
  message: SentMessage,
): Promise<void> {
  if (await standsForItsCommit(stores.messages, message)) {
    await handleChatEvent(stores.chats, clock, { chatId: message.chatId });
  }
}

async function standsForItsCommit(store: SentMessageStore, message: SentMessage): Promise<boolean> {
  let [first, ...others] = await store.idsSentWith(message, 2);
  if (first !== undefined && first !== message.id) {
    await store.removeMessages(message.chatId, [message.id]);
    return false;
  }
  while (others.length > 0) {
    await store.removeMessages(message.chatId, others);
    [first, ...others] = await store.idsSentWith(message, pageSize);
  }
  return true;
}
