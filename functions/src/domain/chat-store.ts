import type { Chat, LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import type { FirestoreTime } from '@sameboat/model/time';
import type { Previewed } from './preview.ts';
import type { CountedMessage } from './unread.ts';

export type ChatFacts = Pick<Chat, 'type' | 'communityId' | 'name' | 'participants' | 'memberCount' | 'last'>;

export interface MemberFacts {
  readonly uid: string;
  /** Set in matches only, where people are known by this name alone. */
  readonly name: string | null;
  readonly joinedAt: FirestoreTime;
  readonly readAt: FirestoreTime | null;
}

export interface NewestMessage extends Previewed {
  readonly senderId: string;
  readonly createdAt: FirestoreTime;
}

/**
 * One look at a chat. The chat, the rows and the confirmed members it reads are held: of two looks at the same chat
 * that overlap and write, one is done again from the beginning. Reads come first, writes after; all writes land
 * together or not at all.
 */
export interface ChatTransaction {
  /** Null when the chat is gone. */
  readonly chat: ChatFacts | null;
  /** At most `limit` members, in no order. */
  members(limit: number): Promise<readonly MemberFacts[]>;
  /** Those of `uids` who are members, held: nobody of them joins or leaves before this look is over. */
  confirmMembers(uids: readonly string[]): Promise<ReadonlyMap<string, MemberFacts>>;
  countMembers(): Promise<number>;
  /** Locks the rows against their owners too, so that a `readAt` set meanwhile is not lost. */
  rows(uids: readonly string[]): Promise<ReadonlyMap<string, InboxRow>>;
  newestMessage(): Promise<NewestMessage | null>;
  /** Messages created after `time`, newest first, at most `limit`. */
  messagesAfter(time: FirestoreTime, limit: number): Promise<readonly CountedMessage[]>;
  /** Names that everybody may see. Uids without a profile are absent. */
  displayNames(uids: readonly string[]): Promise<ReadonlyMap<string, string>>;

  createRow(uid: string, row: InboxRow): void;
  /** Leaves `muted` and `pinned` to their owner. */
  updateRow(uid: string, change: Omit<InboxRow, 'muted' | 'pinned'>): void;
  deleteRow(uid: string): void;
  updateChat(change: { memberCount?: number; last?: LastMessage | null }): void;
}

export interface ChatStore {
  /** Runs `work`, and again on fresh reads when another look at the chat came in between. */
  transact<T>(chatId: string, work: (transaction: ChatTransaction) => Promise<T>): Promise<T>;
}
