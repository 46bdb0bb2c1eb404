import type { LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import { compareTimes, type FirestoreTime, isFirestoreTime } from '@sameboat/model/time';
import {
  type ChatFacts,
  type ChatReader,
  type ChatStore,
  type ChatTransaction,
  ContendedError,
  type MemberFacts,
  type NewestMessage,
  type ReadRow,
  type TimedAct,
} from './chat-store.ts';
import { pairKey } from './pairs.ts';
import type { CountedMessage } from './unread.ts';

const times = new Map<number, FirestoreTime>();

/** A time so many milliseconds after an arbitrary beginning; the same object each time, so that rows can be compared. */
export function at(millis: number): FirestoreTime {
  const known = times.get(millis);
  if (known) return known;
  const seconds = 1_700_000_000 + Math.floor(millis / 1_000);
  const nanoseconds = (((millis % 1_000) + 1_000) % 1_000) * 1_000_000;
  const time = { seconds, nanoseconds, toMillis: () => seconds * 1_000 + nanoseconds / 1_000_000 };
  times.set(millis, time);
  return time;
}

export type StoredMessage = NewestMessage &
  Pick<CountedMessage, 'mentions'> & { readonly id: string; readonly editedAt?: FirestoreTime };

/** One chat in memory, with all that a reconciliation reads and writes. */
export class MemoryChat implements ChatStore {
  chat: ChatFacts | null;
  last: LastMessage | null = null;
  roster: readonly string[] | null = null;
  /** The day of `at(0)`. */
  lastActiveOn: string | null = '2023-11-14';
  readonly members = new Map<string, MemberFacts>();
  readonly rows = new Map<string, InboxRow>();
  messages: StoredMessage[] = [];
  readonly names = new Map<string, string>();
  /** `pairKey` of everybody between whom a block stands. */
  readonly blocks = new Set<string>();
  /** How many pairs of people were looked up for blocks. */
  pairsAsked = 0;
  /** What was written, in order, one word a document. */
  readonly writes: string[] = [];
  /** Runs once, in the moment between the list of members and the hold on the rows. */
  meanwhile: () => void = () => {};
  /** Runs once, between the reading of rows without a lock and their being written. */
  beforeUpdate: () => void = () => {};
  /** Set to make the next transaction fail when it should be stored. */
  failNextCommit = false;
  /** How many of the next transactions are given up because of others. */
  contended = 0;
  /** Firestore's clock, in milliseconds since the epoch. */
  now = () => at(1_000_000_000).toMillis();
  /** Runs for each row that is read under a lock. */
  seen: (uid: string) => void = () => {};

  constructor(chat: Partial<ChatFacts> = {}) {
    this.chat = {
      type: 'group',
      communityId: 'harbour',
      name: 'Evening group',
      participants: [],
      memberCount: 0,
      lastAt: null,
      createdAt: at(0),
      expiresAt: null,
      endedAt: null,
      state: null,
      requestedBy: null,
      people: null,
      ...chat,
    };
  }

  join(uid: string, time = at(0), alias: string | null = null): void {
    this.members.set(uid, { uid, alias, joinedAt: time });
    if (!this.names.has(uid)) this.names.set(uid, uid.toUpperCase());
  }

  write(senderId: string, millis: number, change: Partial<StoredMessage> = {}): StoredMessage {
    const message: StoredMessage = {
      id: `m${this.messages.length}`,
      senderId,
      createdAt: at(millis),
      text: `words at ${millis}`,
      images: [],
      contentNote: null,
      deletedAt: null,
      mentions: [],
      ...change,
    };
    this.messages.push(message);
    return message;
  }

  /** What the owner does when all that is there has been seen. */
  read(uid: string, millis: number): void {
    const row = this.rows.get(uid);
    if (row) this.rows.set(uid, { ...row, readAt: at(millis) });
  }

  block(uid: string, otherUid: string): void {
    this.blocks.add(pairKey([uid, otherUid]));
  }

  async findChat(): Promise<ChatFacts | null> {
    return this.chat;
  }

  reader(): ChatReader {
    const newestFirst = () =>
      [...this.messages].sort((a, b) => compareTimes(b.createdAt, a.createdAt) || (a.id < b.id ? 1 : -1));
    return {
      members: async (limit) => [...this.members.values()].slice(0, limit),
      countMembers: async () => this.members.size,
      newestMessage: async () => newestFirst()[0] ?? null,
      messagesAfter: async (time, limit) =>
        newestFirst()
          .filter((message) => compareTimes(message.createdAt, time) > 0)
          .slice(0, limit)
          .map((message) => ({ ...message, deleted: message.deletedAt !== null })),
      displayNames: async (uids) => new Map([...this.names].filter(([uid]) => uids.includes(uid))),
      blockedPairs: async (pairs) => {
        this.pairsAsked += pairs.length;
        return new Set(pairs.map(pairKey).filter((key) => this.blocks.has(key)));
      },
    };
  }

  async readRows(_chatId: string, uids: readonly string[]): Promise<ReadonlyMap<string, ReadRow>> {
    return new Map(
      [...this.rows].flatMap(([uid, row]) => {
        if (!uids.includes(uid)) return [];
        const update: ReadRow['update'] = async (change) => {
          this.beforeUpdate();
          this.beforeUpdate = () => {};
          if (this.rows.get(uid) !== row) return false;
          this.writes.push(`update ${uid}`);
          this.rows.set(uid, { ...row, ...change });
          this.seen(uid);
          return true;
        };
        return [[uid, { row, update }] as const];
      }),
    );
  }

  async isAmongFirst(
    _chatId: string,
    { collection, field, id, at: end }: TimedAct,
    spanMs: number,
    count: number,
  ): Promise<boolean> {
    const timed: readonly { readonly id: string; readonly time: unknown }[] =
      collection === 'members'
        ? [...this.members.values()].map((member) => ({ id: member.uid, time: member.joinedAt }))
        : this.messages.map((message) => ({ id: message.id, time: { ...message }[field as 'createdAt'] }));
    return timed
      .filter((each): each is { id: string; time: FirestoreTime } => isFirestoreTime(each.time))
      .filter(({ time }) => time.toMillis() > end.toMillis() - spanMs && compareTimes(time, end) <= 0)
      .sort((a, b) => compareTimes(a.time, b.time) || (a.id < b.id ? -1 : 1))
      .slice(0, count)
      .some((each) => each.id === id);
  }

  async transact<T>(_chatId: string, work: (transaction: ChatTransaction) => Promise<T>): Promise<T> {
    if (this.contended > 0) {
      this.contended -= 1;
      throw new ContendedError('others were in the way');
    }
    const pending: (() => void)[] = [];
    const seen: string[] = [];
    const write = (name: string, act: () => void) => {
      pending.push(() => {
        this.writes.push(name);
        act();
      });
    };
    const read = async <R>(found: () => R): Promise<R> => {
      if (pending.length > 0) throw new Error('a transaction reads before it writes');
      return found();
    };
    const result = await work({
      ...this.reader(),
      chat: this.chat,
      readAt: this.now(),
      last: () => read(() => this.last),
      roster: () => read(() => this.roster),
      confirmMembers: (uids) => read(() => new Map([...this.members].filter(([uid]) => uids.includes(uid)))),
      rows: (uids) =>
        read(() => {
          this.meanwhile();
          this.meanwhile = () => {};
          seen.push(...uids);
          return new Map([...this.rows].filter(([uid]) => uids.includes(uid)));
        }),
      lastActiveOn: () => read(() => this.lastActiveOn),
      createRow: (uid, row) =>
        write(`create ${uid}`, () => {
          if (this.rows.has(uid)) throw new Error(`there is a row for ${uid}`);
          this.rows.set(uid, row);
        }),
      updateRow: (uid, change) =>
        write(`update ${uid}`, () => {
          const row = this.rows.get(uid);
          if (!row) throw new Error(`no row for ${uid}`);
          this.rows.set(uid, { ...row, ...change });
        }),
      deleteRow: (uid) => write(`delete ${uid}`, () => this.rows.delete(uid)),
      deleteMember: (uid) => write(`delete member ${uid}`, () => this.members.delete(uid)),
      setLast: (last) =>
        write('last', () => {
          this.last = last;
        }),
      setRoster: (uids) =>
        write('roster', () => {
          this.roster = uids;
        }),
      setLastActiveOn: (_communityId, day) =>
        write('community', () => {
          this.lastActiveOn = day;
        }),
      updateChat: (change) =>
        write('chat', () => {
          if (this.chat) this.chat = { ...this.chat, ...change };
        }),
    });
    if (this.failNextCommit) {
      this.failNextCommit = false;
      throw new Error('the connection broke');
    }
    for (const act of pending) act();
    for (const uid of seen) this.seen(uid);
    return result;
  }
}
