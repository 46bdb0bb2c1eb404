import { fanOutMembersMax } from '@sameboat/model/limits';
import type { FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts, ChatTransaction } from './chat-store.ts';
import { memberOf } from './derive-rows.ts';
import { isPulled } from './is-pulled.ts';
import type { MembersAndRows } from './message-window.ts';
import { keepsRoster, withRowsToBe } from './roster.ts';

/** Whose inbox shows a chat, and the rows that are there now, locked. Rows of others than `members` are to go. */
export interface RowHolders extends MembersAndRows {
  /** How many are in a direct chat, where nothing else counts them; null elsewhere. */
  readonly memberCount: number | null;
  /** For `private/roster`, where there was none. */
  readonly newRoster: readonly string[] | null;
}

/** Null for a chat too large for rows that follow. */
export async function readRowHolders(
  transaction: ChatTransaction,
  chat: ChatFacts,
): Promise<RowHolders | null> {
  if (chat.type === 'direct') return holdersOfDirectChat(transaction, chat);
  if (isPulled(chat)) return null;
  const roster = keepsRoster(chat) ? await transaction.roster() : null;
  return roster === null ? listedHolders(transaction, chat) : holdersOf(transaction, roster);
}

/** Rows come and go with their members, each in a look of its own; a row that is not there is not missed here. */
async function holdersOf(transaction: ChatTransaction, roster: readonly string[]): Promise<RowHolders> {
  const rows = await transaction.rows(roster);
  const members = [...rows].map(([uid, row]) => memberOf(uid, row));
  return { members, rows, memberCount: null, newRoster: null };
}

/** For a match, and for a group that has no roster yet: it gets one, and its members the rows that are missing. */
async function listedHolders(transaction: ChatTransaction, chat: ChatFacts): Promise<RowHolders | null> {
  const listed = await transaction.members(fanOutMembersMax + 1);
  if (listed.length > fanOutMembersMax) return null;
  const uids = listed.map(({ uid }) => uid);
  const rows = await transaction.rows(uids);
  return {
    members: await withRowsToBe(transaction, listed, rows),
    rows,
    memberCount: null,
    newRoster: keepsRoster(chat) && uids.length > 0 ? uids : null,
  };
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
  return { members, rows, memberCount: confirmed.size, newRoster: null };
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
