import type { Message } from '@sameboat/model/message';
import { compareTimes, type FirestoreTime, latestTime } from '@sameboat/model/time';
import { type MessageWindow, reachesBackTo } from '../../data/message-window.ts';

/** What counting needs to know about a message. */
type Countable = Pick<Message, 'senderId' | 'createdAt' | 'deletedAt'> & { readonly id: string };
export type CountableWindow = MessageWindow<Countable>;

/** How far somebody had read when they opened a chat. It does not change while the chat is open. */
export interface ReadAtOpening {
  /** The read position of their inbox row, or the time they joined. */
  readonly readAt: FirestoreTime;
  /** The time of the newest message at that moment; null if there was none. */
  readonly newest: FirestoreTime | null;
  /** When they last marked the chat as unread; null if they never did. */
  readonly markedAt: FirestoreTime | null;
}

/** What is new in a chat after some time. */
export interface NewMessages {
  /** The id of the first one; null if there is none, or if it is not loaded. */
  readonly first: string | null;
  /** How many are loaded. */
  readonly count: number;
  /** Whether older messages that are not loaded may be new too. */
  readonly more: boolean;
}

/**
 * Everything up to this time had been read when the chat was opened. People have read what comes before a message of
 * their own, unless they marked the chat as unread after it, as in the count of the inbox row. `me` is the id that my messages carry.
 */
export function readUpTo(
  { history, live }: CountableWindow,
  me: string,
  { readAt, newest, markedAt }: ReadAtOpening,
): FirestoreTime {
  if (newest === null) return readAt;
  const isOwn = (message: Countable) =>
    message.senderId === me &&
    compareTimes(message.createdAt, newest) <= 0 &&
    (markedAt === null || compareTimes(message.createdAt, markedAt) > 0);
  const own = live.findLast(isOwn) ?? history.findLast(isOwn);
  return latestTime(readAt, own?.createdAt) ?? readAt;
}

/** What other people wrote after `time` and did not delete. */
export function newAfter(window: CountableWindow, me: string, time: FirestoreTime): NewMessages {
  const isNew = (message: Countable) =>
    message.senderId !== me && message.deletedAt === null && compareTimes(message.createdAt, time) > 0;
  const found = [...window.history.filter(isNew), ...window.live.filter(isNew)];
  const more = !reachesBackTo(window, time);
  return { first: more ? null : (found[0]?.id ?? null), count: found.length, more };
}
