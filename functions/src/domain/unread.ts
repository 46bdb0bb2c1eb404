import { unreadMax } from '@sameboat/model/inbox-row';
import { compareTimes, type FirestoreTime, latestTime } from '@sameboat/model/time';

export { unreadMax };

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
 * the alias in a match. Somebody who wrote has read up to there, unless they marked the chat as unread later.
 */
export function countUnread(
  me: string,
  readAt: FirestoreTime,
  messages: readonly CountedMessage[],
  markedAt?: FirestoreTime,
): Unread {
  const own = messages
    .filter(
      ({ senderId, createdAt }) => senderId === me && !(markedAt && compareTimes(createdAt, markedAt) <= 0),
    )
    .map((message) => message.createdAt);
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
