import { compareTimes, type FirestoreTime } from '@sameboat/model/time';
import { type Pair, pairKey } from './pairs.ts';
import type { CountedMessage } from './unread.ts';

/** How far a member has read. */
export interface Reader {
  readonly uid: string;
  readonly readAt: FirestoreTime;
}

/** Who mentioned whom in what the mentioned person has not read yet, each pair once. */
export function mentionPairs(
  readers: readonly Reader[],
  messages: readonly CountedMessage[],
): readonly Pair[] {
  const readAt = new Map(readers.map((reader) => [reader.uid, reader.readAt]));
  const pairs = new Map<string, Pair>();
  for (const { senderId, mentions, createdAt, deleted } of messages) {
    if (deleted) continue;
    for (const uid of mentions) {
      const upTo = readAt.get(uid);
      if (upTo === undefined || uid === senderId || compareTimes(createdAt, upTo) <= 0) continue;
      const pair: Pair = [senderId, uid];
      pairs.set(pairKey(pair), pair);
    }
  }
  return [...pairs.values()];
}

/** The messages without mentions between two people of whom one has blocked the other. */
export function withoutBlockedMentions(
  messages: readonly CountedMessage[],
  blocked: ReadonlySet<string>,
): readonly CountedMessage[] {
  if (blocked.size === 0) return messages;
  return messages.map((message) => ({
    ...message,
    mentions: message.mentions.filter((uid) => !blocked.has(pairKey([message.senderId, uid]))),
  }));
}
