import { compareTimes, type FirestoreTime, latestTime } from '@sameboat/model/time';

/** Unread messages are counted to this number; a row that has it means "this many or more". */
export const unreadMax = 100;

export interface CountedMessage {
  readonly senderId: string;
  readonly createdAt: FirestoreTime;
  readonly deleted: boolean;
  readonly mentions: readonly string[];
}

/** How far a person has read, and how much is left. */
export interface Unread {
  readonly readAt: FirestoreTime;
  readonly unread: number;
  readonly mentions: number;
}

/**
 * Counts what one person has not read among `messages` (any order). `me` is how messages name that person: the uid, or
 * the alias in a match. Somebody who wrote has read up to there.
 */
export function countUnread(me: string, readAt: FirestoreTime, messages: readonly CountedMessage[]): Unread {
  const own = messages.filter((message) => message.senderId === me).map((message) => message.createdAt);
  const upTo = latestTime(readAt, ...own) ?? readAt;
  const left = messages.filter(
    (message) => !message.deleted && message.senderId !== me && compareTimes(message.createdAt, upTo) > 0,
  );
  return {
    readAt: upTo,
    unread: Math.min(left.length, unreadMax),
    mentions: left.filter((message) => message.mentions.includes(me)).length,
  };
}
