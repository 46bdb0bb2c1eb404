import { compareTimes } from '@sameboat/model/time';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handleChatMembership } from './handle-chat-membership.ts';
import { handleMessage, type MessageEvent } from './handle-message.ts';
import { at, MemoryChat } from './memory-chat-store.fixture.ts';
import { MemoryLookout } from './memory-lookout.fixture.ts';

const people = ['ada', 'ben', 'cy', 'dora'];
const crowd = Array.from({ length: 12 }, (_, index) => `quiet${index}`);

/** What somebody who wrote everything down would know: who is in the chat, what was said, and how far each has read. */
class PlainChat {
  /** By uid, how far the person has read; null for somebody who came back, whose place depends on when that was noticed. */
  readonly readAt = new Map<string, number | null>();
  readonly muted = new Map<string, boolean>();
  readonly blocks = new Set<string>();
  readonly messages: { from: string; at: number; isDeleted: boolean; mentions: readonly string[] }[] = [];

  leftFor(uid: string, readAt: number) {
    const own = this.messages.filter(({ from }) => from === uid).map((message) => message.at);
    const upTo = Math.max(readAt, ...own);
    const left = this.messages.filter(
      ({ from, at: time, isDeleted }) => !isDeleted && from !== uid && time > upTo,
    );
    const isBlocked = (other: string) =>
      this.blocks.has(`${uid} ${other}`) || this.blocks.has(`${other} ${uid}`);
    const mentions = left.filter(({ from, mentions }) => mentions.includes(uid) && !isBlocked(from));
    return { unread: left.length, mentions: mentions.length };
  }
}

/** The two side by side: everything is done to both, but the stored one only learns of it through events. */
class History {
  readonly plain = new PlainChat();
  readonly stored = new MemoryChat();
  readonly lookout = new MemoryLookout(this.stored);
  readonly events: (() => Promise<void>)[] = [];
  /** Whose row has not been looked at since they read. */
  readonly unseen = new Set<string>();

  constructor(uids: readonly string[]) {
    this.stored.seen = (uid) => this.unseen.delete(uid);
    for (const uid of uids) this.join(uid);
  }

  tick(millis = 1): number {
    this.lookout.millis += millis;
    return this.lookout.millis;
  }

  join(uid: string): void {
    if (this.plain.readAt.has(uid)) return;
    const millis = this.tick();
    this.plain.readAt.set(uid, this.plain.muted.has(uid) ? null : millis);
    this.plain.muted.set(uid, false);
    this.stored.join(uid, at(millis));
    this.memberEvent(uid, millis, true);
  }

  leave(uid: string): void {
    if (!this.plain.readAt.delete(uid)) return;
    this.stored.members.delete(uid);
    this.memberEvent(uid, this.tick(), false);
  }

  memberEvent(uid: string, millis: number, joins: boolean): void {
    const joinedAt = joins ? at(millis) : null;
    const event = { chatId: 'evening', uid, joinedAt, committedAt: at(millis).toMillis() };
    this.events.push(() => handleChatMembership(this.lookout, event));
  }

  send(from: string, mentions: readonly string[]): void {
    if (!this.plain.readAt.has(from)) return;
    const millis = this.tick();
    this.plain.messages.push({ from, at: millis, isDeleted: false, mentions });
    const { id } = this.stored.write(from, millis, { mentions });
    this.messageEvent(id, millis, mentions, 'createdAt');
  }

  /** `field` says which: the author deletes, or edits and mentions others. */
  change(anyIndex: number, field: 'editedAt' | 'deletedAt', mentions: readonly string[]): void {
    const index = anyIndex % Math.max(1, this.plain.messages.length);
    const plain = this.plain.messages[index];
    const stored = this.stored.messages[index];
    if (!plain || !stored || plain.isDeleted) return;
    const millis = this.tick();
    const isDeleted = field === 'deletedAt';
    this.plain.messages[index] = { ...plain, isDeleted, mentions: isDeleted ? [] : mentions };
    this.stored.messages[index] = isDeleted
      ? { ...stored, text: '', mentions: [], deletedAt: at(millis) }
      : { ...stored, text: `better words at ${millis}`, mentions, editedAt: at(millis) };
    this.messageEvent(stored.id, millis, isDeleted ? [] : mentions, field);
  }

  messageEvent(
    messageId: string,
    millis: number,
    mentions: readonly string[],
    field: NonNullable<MessageEvent['act']>['field'],
  ): void {
    const event = { chatId: 'evening', messageId, mentions, committedAt: at(millis).toMillis() };
    this.events.push(() => handleMessage(this.lookout, { ...event, act: { field, at: at(millis) } }));
  }

  /** One of somebody's devices has shown everything up to a message; the rules let no device go back. */
  read(uid: string, index: number): void {
    const row = this.stored.rows.get(uid);
    const message = this.plain.messages[index % Math.max(1, this.plain.messages.length)];
    const before = this.plain.readAt.get(uid);
    if (!row || !message || before === undefined) return;
    if (row.readAt !== null && compareTimes(row.readAt, at(message.at)) >= 0) return;
    this.stored.rows.set(uid, { ...row, readAt: at(message.at) });
    if (before !== null) this.plain.readAt.set(uid, Math.max(before, message.at));
    this.unseen.add(uid);
  }

  mute(uid: string): void {
    const row = this.stored.rows.get(uid);
    if (!row || !this.plain.readAt.has(uid)) return;
    this.stored.rows.set(uid, { ...row, muted: !row.muted });
  }

  block(uid: string, other: string): void {
    this.plain.blocks.add(`${uid} ${other}`);
    this.stored.block(uid, other);
  }

  async deliver(index: number, isLast: boolean): Promise<void> {
    const event = this.events[index % Math.max(1, this.events.length)];
    if (!event) return;
    const isDone = await event().then(
      () => true,
      () => false,
    );
    if (isDone && isLast) this.events.splice(this.events.indexOf(event), 1);
  }

  /** Everything that was lost, late or given up comes in the end. */
  async quiet(): Promise<void> {
    this.stored.failNextCommit = false;
    this.stored.contended = 0;
    this.tick(10_000);
    while (this.events.length > 0) await this.deliver(0, true);
    await this.lookout.workAll();
  }

  check(isAllSeen: boolean): void {
    const members = [...this.plain.readAt.keys()].sort();
    expect([...this.stored.rows.keys()].sort()).toEqual(members);
    expect([...(this.stored.roster ?? [])].sort()).toEqual(members);
    expect(this.stored.chat?.memberCount).toBe(members.length);
    const newest = this.stored.messages.at(-1)?.createdAt ?? null;
    expect(this.stored.last?.at ?? null).toBe(newest);
    for (const [uid, row] of this.stored.rows) {
      expect(row.last?.at ?? null).toBe(newest);
      const readAt = this.plain.readAt.get(uid) ?? (row.readAt ?? at(0)).toMillis() - at(0).toMillis();
      const expected = this.plain.leftFor(uid, readAt);
      // What the app shows: nothing for a row that was read to its end.
      const isRead = row.readAt !== null && newest !== null && compareTimes(row.readAt, newest) >= 0;
      if (isRead || isAllSeen || !this.unseen.has(uid)) expect(isRead ? 0 : row.unread).toBe(expected.unread);
      if (isAllSeen) expect(row.mentions).toBe(expected.mentions);
    }
  }
}

const uid = fc.constantFrom(...people);
const index = fc.nat(30);
const mentions = fc.uniqueArray(uid, { maxLength: 2 });
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), uid, mentions }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deliver' as const), index }) },
  fc.record({ do: fc.constant('deliver twice' as const), index }),
  fc.record({ do: fc.constant('break off' as const), index }),
  fc.record({ do: fc.constant('be in the way' as const), index }),
  fc.record({ do: fc.constant('work' as const) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), millis: fc.nat(5_000) }) },
  fc.record({ do: fc.constant('edit' as const), index, mentions }),
  fc.record({ do: fc.constant('delete' as const), index }),
  fc.record({ do: fc.constant('read' as const), uid, index }),
  fc.record({ do: fc.constant('join' as const), uid }),
  fc.record({ do: fc.constant('leave' as const), uid }),
  fc.record({ do: fc.constant('mute' as const), uid }),
  fc.record({ do: fc.constant('block' as const), uid, other: uid }),
);

const isLate = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true));

type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

async function live(history: History, each: Act): Promise<void> {
  switch (each.do) {
    case 'send':
      return history.send(each.uid, each.mentions);
    case 'deliver':
      return history.deliver(each.index, true);
    case 'deliver twice':
      return history.deliver(each.index, false);
    case 'break off':
      history.stored.failNextCommit = true;
      return history.deliver(each.index, true);
    case 'be in the way':
      history.stored.contended = 1;
      return history.deliver(each.index, true);
    case 'work':
      return history.lookout.work().catch(() => undefined);
    case 'pass':
      history.tick(each.millis);
      return;
    case 'edit':
      return history.change(each.index, 'editedAt', each.mentions);
    case 'delete':
      return history.change(each.index, 'deletedAt', []);
    case 'read':
      return history.read(each.uid, each.index);
    case 'join':
      return history.join(each.uid);
    case 'leave':
      return history.leave(each.uid);
    case 'mute':
      return history.mute(each.uid);
    case 'block':
      return history.block(each.uid, each.other);
  }
}

it.each([
  ['a few people', people, 150],
  ['a crowd', [...people, ...crowd], 60],
])(
  'every row of %s is right once it is quiet, whatever happened and whatever became of the events',
  async (_, uids, runs) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(act, isLate), { maxLength: 60 }),
        fc.boolean(),
        async (acts, isOneInstance) => {
          const history = new History(uids);
          history.lookout.isOneInstance = isOneInstance;
          await history.quiet();
          for (const [each, isLate] of acts) {
            const known = history.events.length;
            await live(history, each);
            // Most events come at once.
            if (!isLate && history.events.length > known)
              await history.deliver(history.events.length - 1, true);
          }
          await history.quiet();
          history.check(false);
          const muted = new Map([...history.stored.rows].map(([owner, row]) => [owner, row.muted]));
          const speaker = uids.find((each) => history.plain.readAt.has(each));
          if (speaker === undefined) return;
          history.send(speaker, []);
          await history.quiet();
          history.check(true);
          for (const [owner, row] of history.stored.rows) expect(row.muted).toBe(muted.get(owner));
        },
      ),
      { numRuns: runs },
    );
  },
  30_000,
);
