import { type UnreadMark, unreadMax } from '@sameboat/model/inbox-row';
import { momentBefore } from '@sameboat/model/time';
import type { MessageWindow } from '../../data/message-window.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { newAfter } from './unread.ts';

/**
 * What makes the message with this id, and what others wrote after it, unread again; null when it is not loaded.
 * Mentions by people in `blocked` do not count.
 */
export function unreadMarkFrom(
  window: MessageWindow<MessageWithId>,
  { id, me, blocked }: { id: string; me: string; blocked: ReadonlySet<string> },
): UnreadMark | null {
  const loaded = [...window.history, ...window.live];
  const from = loaded.findIndex((message) => message.id === id);
  const first = loaded[from];
  const newest = loaded.at(-1);
  if (first === undefined || newest === undefined) return null;
  const readAt = momentBefore(first.createdAt);
  const mentions = loaded
    .slice(from)
    .filter(({ senderId, mentions }) => senderId !== me && !blocked.has(senderId) && mentions.includes(me));
  const unread = Math.min(newAfter(window, me, readAt).count, unreadMax);
  return { readAt, unread, mentions: Math.min(mentions.length, unread), countedTo: newest.createdAt };
}
