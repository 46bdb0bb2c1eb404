import { compareTimes, type FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts, ChatTransaction } from './chat-store.ts';
import { hasStoppedCounting, type MessageWindow, readMark } from './inbox-row.ts';
import { mentionPairs, withoutBlockedMentions } from './mentions.ts';
import type { RowHolders } from './row-holders.ts';
import { unreadMax } from './unread.ts';

const beginning: FirestoreTime = { seconds: 0, nanoseconds: 0, toMillis: () => 0 };

/**
 * Reads from where the one furthest behind stopped, leaving out those who are too far behind to count for. Mentions
 * between people of whom one has blocked the other are not in it.
 */
export async function readMessageWindow(
  transaction: ChatTransaction,
  chat: ChatFacts,
  { members, rows }: RowHolders,
): Promise<MessageWindow> {
  let start: FirestoreTime | null = null;
  const readers = members.map((member) => ({
    uid: member.uid,
    readAt: readMark(member, rows.get(member.uid)),
  }));
  for (const [index, member] of members.entries()) {
    const mark = readers[index]?.readAt ?? member.joinedAt;
    const hasStopped = hasStoppedCounting(member, rows.get(member.uid));
    if (!hasStopped && (start === null || compareTimes(mark, start) < 0)) start = mark;
  }
  // Everybody is far behind; the newest messages tell whether one of them has written since.
  const found = await transaction.messagesAfter(start ?? beginning, unreadMax);
  // The two of a match are strangers by construction, and mentioned by their aliases.
  const pairs = chat.type === 'match' ? [] : mentionPairs(readers, found);
  const messages = withoutBlockedMentions(found, await transaction.blockedPairs(pairs));
  const oldest = messages.at(-1);
  if (oldest && messages.length === unreadMax) return { messages, start: oldest.createdAt };
  return { messages, start: start ?? beginning };
}
