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

/**
 * One reconciliation of a chat. The chat, its newest message as stored, the rows and the confirmed members are locked:
 * of two reconciliations of one chat that overlap and write, one starts again. Reads come before writes; all writes
 * are stored together or not at all.
 */
export interface ChatTransaction {
  /** Null when the chat is gone. */
  readonly chat: ChatFacts | null;
  /** `chats/{id}/private/last` as it is stored. */
  readonly last: LastMessage | null;
  /** At most `limit` members, in no order. */
  members(limit: number): Promise<readonly MemberFacts[]>;
  /** Those of `uids` who are members, locked: none of them joins or leaves before this is over. */
  confirmMembers(uids: readonly string[]): Promise<ReadonlyMap<string, MemberFacts>>;
  countMembers(): Promise<number>;
  /** Locks the rows against their owners too, so that a `readAt` set meanwhile is not lost. */
  rows(uids: readonly string[]): Promise<ReadonlyMap<string, InboxRow>>;
  newestMessage(): Promise<NewestMessage | null>;
  /** Messages created after `time`, newest first, at most `limit`. */
  messagesAfter(time: FirestoreTime, limit: number): Promise<readonly CountedMessage[]>;
  /** Names that everybody may see. Uids without a profile are absent. */
  displayNames(uids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The `pairKey` of each of `pairs` in which one has blocked the other. */
  blockedPairs(pairs: readonly Pair[]): Promise<ReadonlySet<string>>;
  /** The day on which a community was last known to be active, locked; null when the community is gone. */
  lastActiveOn(communityId: string): Promise<string | null>;

  createRow(uid: string, row: InboxRow): void;
  /** Leaves `muted` and `pinned` to their owner. */
  updateRow(uid: string, change: Omit<InboxRow, 'muted' | 'pinned'>): void;
  deleteRow(uid: string): void;
  deleteMember(uid: string): void;
  setLast(last: LastMessage | null): void;
  updateChat(change: { memberCount?: number; lastAt?: FirestoreTime }): void;
  setLastActiveOn(communityId: string, day: string): void;
}

export interface ChatStore {
  /** Runs `work`, and again on fresh reads when another reconciliation of the chat came in between. */
  transact<T>(chatId: string, work: (transaction: ChatTransaction) => Promise<T>): Promise<T>;
}
