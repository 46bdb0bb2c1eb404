import type { Chat, LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import type { FirestoreTime } from '@sameboat/model/time';
import type { Pair } from './pairs.ts';
import type { Previewed } from './preview.ts';
import type { CountedMessage } from './unread.ts';

/** What functions need to know of a chat. The fields of direct chats and matches are null in other chats. */
export interface ChatFacts
  extends Pick<
    Chat,
    | 'type'
    | 'communityId'
    | 'name'
    | 'participants'
    | 'memberCount'
    | 'lastAt'
    | 'createdAt'
    | 'expiresAt'
    | 'endedAt'
  > {
  readonly state: NonNullable<Chat['state']> | null;
  readonly requestedBy: string | null;
  /** Names by alias. */
  readonly people: NonNullable<Chat['people']> | null;
}

export interface MemberFacts {
  readonly uid: string;
  /** Set in matches only, where this is the person's name as far as messages are concerned. */
  readonly alias: string | null;
  readonly joinedAt: FirestoreTime;
}

export interface NewestMessage extends Previewed {
  readonly senderId: string;
  readonly createdAt: FirestoreTime;
}

/** What is read of a chat without holding anything: as it was at that moment. */
export interface ChatReader {
  /** At most `limit` members, in no order. */
  members(limit: number): Promise<readonly MemberFacts[]>;
  countMembers(): Promise<number>;
  newestMessage(): Promise<NewestMessage | null>;
  /** Messages created after `time`, newest first, at most `limit`. */
  messagesAfter(time: FirestoreTime, limit: number): Promise<readonly (CountedMessage & NewestMessage)[]>;
  /** Names that everybody may see. Uids without a profile are absent. */
  displayNames(uids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The `pairKey` of each of `pairs` in which one has blocked the other. */
  blockedPairs(pairs: readonly Pair[]): Promise<ReadonlySet<string>>;
}

/**
 * One look at a chat. What is its own here (and not `ChatReader`'s) is locked when it is read: of two looks that overlap
 * and write the same, one starts again. Reads come before writes; all writes are stored together or not at all.
 */
export interface ChatTransaction extends ChatReader {
  /** Null when the chat is gone. */
  readonly chat: ChatFacts | null;
  /** Firestore's own time of the first read, in milliseconds. All others come after it. */
  readonly readAt: number;
  /** `chats/{id}/private/last` as it is stored. */
  last(): Promise<LastMessage | null>;
  /** The uids in `chats/{id}/private/roster`; null when there is none. */
  roster(): Promise<readonly string[] | null>;
  /** Those of `uids` who are members: none of them joins or leaves before this is over. */
  confirmMembers(uids: readonly string[]): Promise<ReadonlyMap<string, MemberFacts>>;
  /** Locks the rows against their owners too, so that a `readAt` set meanwhile is not lost. */
  rows(uids: readonly string[]): Promise<ReadonlyMap<string, InboxRow>>;
  /** The day on which a community was last known to be active; null when the community is gone. */
  lastActiveOn(communityId: string): Promise<string | null>;

  createRow(uid: string, row: InboxRow): void;
  updateRow(uid: string, change: RowChange): void;
  deleteRow(uid: string): void;
  deleteMember(uid: string): void;
  setLast(last: LastMessage | null): void;
  setRoster(uids: readonly string[] | null): void;
  updateChat(change: { memberCount?: number; lastAt?: FirestoreTime }): void;
  setLastActiveOn(communityId: string, day: string): void;
}

/** `muted` and `pinned` are their owner's. */
export type RowChange = Partial<Omit<InboxRow, 'muted' | 'pinned'>>;

/** A row as it was read, without a lock. */
export interface ReadRow {
  readonly row: InboxRow;
  /** False when the row is another by now; nothing was written then. */
  update(change: RowChange): Promise<boolean>;
}

/** Something that happened in a chat at a time that stands in a field of its document. */
export interface TimedAct {
  readonly collection: 'messages' | 'members';
  readonly field: 'createdAt' | 'editedAt' | 'deletedAt' | 'joinedAt';
  readonly id: string;
  readonly at: FirestoreTime;
}

/** A transaction was in the way of others again and again, and was given up. Nothing of it is stored. */
export class ContendedError extends Error {
  override readonly name = 'ContendedError';
}

export interface ChatStore {
  /**
   * Runs `work`, and again on fresh reads when another look at the chat came in between: three times at most, then
   * throws a `ContendedError`.
   */
  transact<T>(chatId: string, work: (transaction: ChatTransaction) => Promise<T>): Promise<T>;
  /** Null when the chat is gone. */
  findChat(chatId: string): Promise<ChatFacts | null>;
  reader(chatId: string): ChatReader;
  /** Those of the rows that are there. */
  readRows(chatId: string, uids: readonly string[]): Promise<ReadonlyMap<string, ReadRow>>;
  /** Whether an act is one of the first `count` of its kind in the chat within the `spanMs` that end with it. */
  isAmongFirst(chatId: string, act: TimedAct, spanMs: number, count: number): Promise<boolean>;
}
