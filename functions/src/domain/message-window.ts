import type { InboxRow } from '@sameboat/model/inbox-row';
import { compareTimes, type FirestoreTime } from '@sameboat/model/time';
import type { ChatReader, MemberFacts, NewestMessage } from './chat-store.ts';
import { hasStoppedCounting, type MessageWindow, readMark } from './inbox-row.ts';
import { mentionPairs, withoutBlockedMentions } from './mentions.ts';
import { unreadMax } from './unread.ts';

const beginning: FirestoreTime = { seconds: 0, nanoseconds: 0, toMillis: () => 0 };

/** Some members of a chat, and those of their rows that are there. */
export interface MembersAndRows {
  readonly members: readonly MemberFacts[];
  readonly rows: ReadonlyMap<string, InboxRow>;
}

/** With the newest message of the chat, null if none is in the window. */
export interface ReadWindow extends MessageWindow {
  readonly newest: NewestMessage | null;
}

/**
 * Reads from where the one furthest behind stopped, leaving out those who are too far behind to count for. Mentions
 * between people of whom one has blocked the other are not in it; those of a match name aliases, and have no blocks.
 */
export async function readMessageWindow(
  chat: ChatReader,
  { members, rows }: MembersAndRows,
): Promise<ReadWindow> {
  let start: FirestoreTime | null = null;
  const readers = members.map((member) => {
    const row = rows.get(member.uid);
    const readAt = readMark(member, row);
    if (!hasStoppedCounting(member, row) && (start === null || compareTimes(readAt, start) < 0)) {
      start = readAt;
    }
    return { uid: member.uid, readAt };
  });
  // Everybody is far behind; the newest messages tell whether one of them has written since.
  const found = await chat.messagesAfter(start ?? beginning, unreadMax);
  const newest = found[0] ?? null;
  const blocked = await chat.blockedPairs(mentionPairs(readers, found));
  const messages = withoutBlockedMentions(found, blocked);
  const oldest = messages.at(-1);
  if (oldest && messages.length === unreadMax) return { messages, newest, start: oldest.createdAt };
  return { messages, newest, start: start ?? beginning };
}
