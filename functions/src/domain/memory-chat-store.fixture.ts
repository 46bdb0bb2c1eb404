import type { InboxRow } from '@sameboat/model/inbox-row';
import { compareTimes, type FirestoreTime, sameTime } from '@sameboat/model/time';
import type { ChatFacts, ChatStore, ChatTransaction, MemberFacts, NewestMessage } from './chat-store.ts';
import type { SentMessage, SentMessageStore } from './handle-new-message.ts';
import type { CountedMessage } from './unread.ts';

/** A time so many milliseconds after an arbitrary beginning. */
export function at(millis: number): FirestoreTime {
  const seconds = 1_700_000_000 + Math.floor(millis / 1_000);
  const nanoseconds = (((millis % 1_000) + 1_000) % 1_000) * 1_000_000;
  return { seconds, nanoseconds, toMillis: () => seconds * 1_000 + nanoseconds / 1_000_000 };
}

export type StoredMessage = NewestMessage & Pick<CountedMessage, 'mentions'> & { readonly id: string };

/** One chat in memory, with all that a reconciliation reads and writes. */
export class MemoryChat implements ChatStore, SentMessageStore {
  chat: ChatFacts | null;
  readonly members = new Map<string, MemberFacts>();
  readonly rows = new Map<string, InboxRow>();
  messages: StoredMessage[] = [];
  readonly names = new Map<string, string>();
  /** What was written, in order, one word a document. */
  readonly writes: string[] = [];
  /** Runs once, in the moment between the list of members and the hold on the rows. */
  meanwhile: () => void = () => {};
  /** Set to make the next transaction fail when it should be stored. */
  failNextCommit = false;

  constructor(chat: Partial<ChatFacts> = {}) {
    this.chat = {
      type: 'group',
      communityId: 'harbour',
      name: 'Evening group',
      participants: [],
      memberCount: 0,
      last: null,
      ...chat,
    };
  }

  join(uid: string, time = at(0), readAt: FirestoreTime | null = time): void {
    this.members.set(uid, { uid, name: null, joinedAt: time, readAt });
    if (!this.names.has(uid)) this.names.set(uid, uid.toUpperCase());
  }

  write(senderId: string, millis: number, change: Partial<StoredMessage> = {}): StoredMessage {
    const message: StoredMessage = {
      id: `m${this.messages.length}`,
      senderId,
      createdAt: at(millis),
      text: `words at ${millis}`,
      image: null,
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

  async idsSentWith({ senderId, createdAt }: SentMessage, limit: number): Promise<readonly string[]> {
    return this.messages
      .filter((each) => each.senderId === senderId && sameTime(each.createdAt, createdAt))
      .map(({ id }) => id)
      .sort()
      .slice(0, limit);
  }

  async removeMessages(_chatId: string, ids: readonly string[]): Promise<void> {
    this.messages = this.messages.filter(({ id }) => !ids.includes(id));
  }

  async transact<T>(_chatId: string, work: (transaction: ChatTransaction) => Promise<T>): Promise<T> {
    const pending: (() => void)[] = [];
    const newestFirst = () =>
      [...this.messages].sort((a, b) => compareTimes(b.createdAt, a.createdAt) || (a.id < b.id ? 1 : -1));
    const write = (name: string, act: () => void) => {
      pending.push(() => {
        this.writes.push(name);
        act();
      });
    };
    const result = await work({
      chat: this.chat,
      members: async (limit) => [...this.members.values()].slice(0, limit),
      confirmMembers: async (uids) => new Map([...this.members].filter(([uid]) => uids.includes(uid))),
      countMembers: async () => this.members.size,
      rows: async (uids) => {
        this.meanwhile();
        this.meanwhile = () => {};
        return new Map([...this.rows].filter(([uid]) => uids.includes(uid)));
      },
      newestMessage: async () => newestFirst()[0] ?? null,
      messagesAfter: async (time, limit) =>
        newestFirst()
          .filter((message) => compareTimes(message.createdAt, time) > 0)
          .slice(0, limit)
          .map((message) => ({ ...message, deleted: message.deletedAt !== null })),
      displayNames: async (uids) => new Map([...this.names].filter(([uid]) => uids.includes(uid))),
      createRow: (uid, row) => write(`create ${uid}`, () => this.rows.set(uid, row)),
      updateRow: (uid, change) =>
        write(`update ${uid}`, () => {
          const row = this.rows.get(uid);
          if (!row) throw new Error(`no row for ${uid}`);
          this.rows.set(uid, { ...row, ...change });
        }),
      deleteRow: (uid) => write(`delete ${uid}`, () => this.rows.delete(uid)),
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
    return result;
  }
}
