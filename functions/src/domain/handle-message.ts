import type { FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts } from './chat-store.ts';
import { isOver } from './close-chat.ts';
import { isPulled } from './is-pulled.ts';
import { type Lookout, lookAtOnce, lookLater } from './look-at-chat.ts';
import { lookAfter, windowMs } from './look-window.ts';
import { showMentions } from './show-mentions.ts';

/** A chat of so many is looked at for each message, up to `quickLooks` of them in a window: it costs little. */
const fewMembers = 10;
const quickLooks = 8;

export interface MessageEvent {
  readonly chatId: string;
  readonly messageId: string;
  /** In milliseconds by Firestore's clock. */
  readonly committedAt: number;
  /** Whom the message mentions, and did not before. */
  readonly mentions: readonly string[];
  /** What happened, and the time of it that the message has; null if it has none. */
  readonly act: { readonly field: 'createdAt' | 'editedAt' | 'deletedAt'; readonly at: FirestoreTime } | null;
}

/**
 * A message was sent, edited or deleted. The chat is looked at now if it is private, or if nothing of the kind happened
 * a moment ago; otherwise once for everything at the end of the window, and now only for those who are mentioned.
 */
export async function handleMessage(lookout: Lookout, event: MessageEvent): Promise<void> {
  const { store, queue } = lookout;
  const { chatId, mentions } = event;
  // The id says so, and saves a read.
  if (chatId.startsWith('dm_')) return lookAtOnce(lookout, event);
  const isSeenTo = queue.isKnown(lookAfter(chatId, 'messages', event.committedAt));
  if (isSeenTo && mentions.length === 0) return;
  const chat = await store.findChat(chatId);
  if (chat === null) return;
  if (!isSeenTo) {
    if (chat.type === 'match' || (await comesFirst(lookout, chat, event))) return lookAtOnce(lookout, event);
    await lookLater(lookout, event, 'messages');
  }
  const hasRows = !isPulled(chat) && !isOver(chat, lookout.clock.now());
  if (hasRows) await showMentions(store, chatId, chat, mentions);
}

/** Found from what is stored, so that of many events that are handled at once only a few find it true. */
async function comesFirst(
  { store }: Lookout,
  chat: ChatFacts,
  { chatId, messageId, act }: MessageEvent,
): Promise<boolean> {
  if (act === null) return false;
  const timed = { collection: 'messages' as const, field: act.field, id: messageId, at: act.at };
  return store.isAmongFirst(
    chatId,
    timed,
    windowMs,
    chat.type === 'group' && chat.memberCount <= fewMembers ? quickLooks : 1,
  );
}
