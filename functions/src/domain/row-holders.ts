import type { InboxRow } from '@sameboat/model/inbox-row';
import { fanOutMembersMax } from '@sameboat/model/limits';
import type { FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts, ChatTransaction, MemberFacts } from './chat-store.ts';

/** Whose inbox shows a chat, and the rows that are there now, locked. */
export interface RowHolders {
  readonly members: readonly MemberFacts[];
  /** Rows of others than `members` are to go. */
  readonly rows: ReadonlyMap<string, InboxRow>;
  /** False for a chat too large for rows that follow; `members` are then only those who moved. */
  readonly isFannedOut: boolean;
}

/** `moved` joined or left: their rows come or go. */
export function readRowHolders(
  transaction: ChatTransaction,
  chat: ChatFacts,
  moved: readonly string[],
): Promise<RowHolders> {
  return chat.type === 'direct'
    ? holdersOfDirectChat(transaction, chat)
    : holdersOf(transaction, chat, moved);
}

async function holdersOf(
  transaction: ChatTransaction,
  chat: ChatFacts,
  moved: readonly string[],
): Promise<RowHolders> {
  const isKnownLarge = chat.type === 'home' || (chat.memberCount > fanOutMembersMax && moved.length === 0);
  const listed = isKnownLarge ? [] : await transaction.members(fanOutMembersMax + 1);
  const isFannedOut = !isKnownLarge && listed.length <= fanOutMembersMax;
  const seen = isFannedOut ? listed : [];
  const uids = seen.map(({ uid }) => uid);
  const rows = await transaction.rows([...new Set([...uids, ...moved])]);
  // The list of members was read a moment before the rows were locked: whoever's row would come or go is asked about
  // once more under the same lock.
  const doubtful = new Set([...moved, ...uids.filter((uid) => !rows.has(uid))]);
  const confirmed = await transaction.confirmMembers([...doubtful]);
  const members = [...seen.filter(({ uid }) => !doubtful.has(uid)), ...confirmed.values()];
  return { members, rows, isFannedOut };
}

/**
 * Both people of an open direct chat. Of a request that waits, the asked person too, though not yet a member, unless a
 * block stands between the two; of a declined one, the person who asked, who sees no difference.
 */
async function holdersOfDirectChat(transaction: ChatTransaction, chat: ChatFacts): Promise<RowHolders> {
  const rows = await transaction.rows(chat.participants);
  const confirmed = await transaction.confirmMembers(chat.participants);
  const shown: string[] = [];
  for (const uid of chat.participants) if (await isShownTo(transaction, chat, uid)) shown.push(uid);
  const members = shown.map(
    (uid) => confirmed.get(uid) ?? { uid, alias: null, joinedAt: justBefore(chat.createdAt) },
  );
  return { members, rows, isFannedOut: true };
}

async function isShownTo(transaction: ChatTransaction, chat: ChatFacts, uid: string): Promise<boolean> {
  if (chat.state === 'open' || uid === chat.requestedBy) return true;
  if (chat.state !== 'request' || chat.requestedBy === null) return false;
  // A request is its message.
  if ((await transaction.newestMessage()) === null) return false;
  return (await transaction.blockedPairs([[chat.requestedBy, uid]])).size === 0;
}

/** A moment before, so that a request sent with its chat in one batch is unread. */
function justBefore(time: FirestoreTime): FirestoreTime {
  const nanoseconds = time.nanoseconds === 0 ? 999_999_999 : time.nanoseconds - 1;
  const seconds = time.nanoseconds === 0 ? time.seconds - 1 : time.seconds;
  return { seconds, nanoseconds, toMillis: () => seconds * 1_000 + Math.floor(nanoseconds / 1_000_000) };
}
