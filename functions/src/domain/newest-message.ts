import type { LastMessage } from '@sameboat/model/chat';
import { dayOf } from '@sameboat/model/day';
import { lastAtIntervalMs } from '@sameboat/model/limits';
import type { FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts, ChatReader, NewestMessage } from './chat-store.ts';
import { sameLast } from './inbox-row.ts';
import { previewOf } from './preview.ts';

/** A chat's `private/last` is written at most once in this many milliseconds. */
export const lastIntervalMs = 1_000;

/** The newest message as `private/last` should have it; `known` is that message, if it was read already. */
export async function readLast(
  reader: ChatReader,
  chat: Pick<ChatFacts, 'type' | 'people'>,
  known: NewestMessage | null,
): Promise<LastMessage | null> {
  const newest = known ?? (await reader.newestMessage());
  if (newest === null) return null;
  const { senderId } = newest;
  // In a match the sender is an alias, and nothing else is known of them here.
  const name =
    chat.type === 'match' ? chat.people?.[senderId] : (await reader.displayNames([senderId])).get(senderId);
  return { text: previewOf(newest), senderId, senderName: name ?? '', at: newest.createdAt };
}

/** When `private/last` may be written again (milliseconds since the epoch); null when that is now, or not needed. */
export function lastWaitsUntil(
  stored: LastMessage | null,
  last: LastMessage | null,
  now: number,
): number | null {
  if (stored === null || sameLast(stored, last)) return null;
  const due = stored.at.toMillis() + lastIntervalMs;
  return due > now ? due : null;
}

/** What people outside a chat may learn from its newest message, as far as it is not stored yet. */
export interface Activity {
  /** For the chat: at most every quarter of an hour, and with the first message of a day. */
  readonly lastAt?: FirestoreTime;
  /** For the community of a chat: the day. */
  readonly day?: string;
}

export function activityOf(
  chat: Pick<ChatFacts, 'lastAt' | 'communityId'>,
  last: LastMessage | null,
): Activity {
  if (last === null) return {};
  const at = last.at.toMillis();
  const before = chat.lastAt?.toMillis() ?? null;
  const day = dayOf(at);
  const isNewDay = before === null || dayOf(before) < day;
  const isDue = isNewDay || at >= before + lastAtIntervalMs;
  return {
    ...(isDue ? { lastAt: last.at } : {}),
    ...(isNewDay && chat.communityId !== null ? { day } : {}),
  };
}
