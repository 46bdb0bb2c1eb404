import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataErrorCode } from './data-error.ts';
import { emptyOutbox, isPending, type OutgoingPicture, plainText } from './outbox-state.ts';
import { type OutboxEvent, step } from './outbox-step.ts';
import { type Fate, OutboxWorld, PROMPT, REFUSED } from './outbox-world.fixture.ts';

const anyFate: fc.Arbitrary<Fate> = fc.record({
  lands: fc.boolean(),
  landsAfter: fc.integer({ min: 0, max: 3_000 }),
  answer: fc.constantFrom('verdict', 'verdict', 'verdict', 'offline', 'busy', 'unknown'),
  answersAfter: fc.integer({ min: 0, max: 3_000 }),
});

const tab = fc.nat(2);
const chat = fc.constantFrom('c', 'd', 'e');

type Act =
  | ['write', number, string, string, { ahead?: number; count?: number }]
  | ['passTime' | 'closeTab' | 'discardNewest', number]
  | ['sendFromElsewhere', string]
  | ['openTab']
  | ['onEachFailed', number, 'retried' | 'discarded']
  | ['connect', { online: boolean; canTry: boolean }];

/** Something that a person, their browser or their network does. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constant('write'), tab, chat, fc.constant('hello'), fc.constant({})),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constant('write'),
      tab,
      chat,
      fc.constant('look'),
      fc.record({ count: fc.integer({ min: 1, max: 3 }) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('write'),
      tab,
      chat,
      fc.constant('clock'),
      fc.record({ ahead: fc.integer({ min: -5_000, max: 5_000 }) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('write'),
      tab,
      chat,
      fc.constant(REFUSED),
      fc.record({ count: fc.nat(1) }),
    ),
  },
  { weight: 6, arbitrary: fc.tuple(fc.constant('passTime'), fc.integer({ min: 1, max: 4_000 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('sendFromElsewhere'), chat) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('openTab')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('closeTab'), tab) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('onEachFailed'), tab, fc.constantFrom('retried', 'discarded')),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('discardNewest'), tab) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('connect'),
      fc.constantFrom(
        { online: true, canTry: true },
        { online: false, canTry: true },
        { online: false, canTry: false },
      ),
    ),
  },
);

interface Story {
  readonly acts: readonly Act[];
  readonly fates: readonly Fate[];
  readonly tabsTakeTurns: boolean;
}

const anyStory: fc.Arbitrary<Story> = fc.record({
  acts: fc.array(anyAct, { minLength: 1, maxLength: 40 }),
  fates: fc.array(anyFate, { maxLength: 40 }),
  tabsTakeTurns: fc.boolean(),
});

/** The world after all of this has happened and nothing is left to do. */
function tell(story: Story): OutboxWorld {
  const world = new OutboxWorld(story);
  for (const [method, ...args] of story.acts) Reflect.apply(world[method], world, args);
  world.finish();
  return world;
}

describe('whatever happens to messages on the way', () => {
  it('stores each once, except those that the server refuses or the person discards', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const world = tell(story);
        const stored = world.stored.map(({ id }) => id);
        expect(new Set(stored).size).toBe(stored.length);
        const due = world.written.filter(
          ({ id, text }) => text !== REFUSED && !world.discarded.has(id) && !world.everFailed.has(id),
        );
        expect(due.map(({ id }) => id).filter((id) => !stored.includes(id))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('stores the messages of a chat in the order in which they were written', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const world = tell(story);
        const places = new Map(world.stored.map(({ id }, place) => [id, place]));
        const came = world.written.filter(
          ({ id }) => places.has(id) && !world.everFailed.has(id) && !world.discarded.has(id),
        );
        for (const [index, first] of came.entries()) {
          for (const second of came.slice(index + 1)) {
            if (first.chatId !== second.chatId) continue;
            // Between two tabs, only the device's clock can tell which message came first.
            if (first.tab !== second.tab && first.writtenAt >= second.writtenAt) continue;
            expect([first.id, second.id, places.get(first.id)]).toEqual([
              first.id,
              second.id,
              Math.min(Number(places.get(first.id)), Number(places.get(second.id))),
            ]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('marks a message as failed only after a real refusal or six temporary errors', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const world = tell(story);
        const wrong = world.written.filter(
          ({ id, text }) =>
            world.everFailed.has(id) && text !== REFUSED && (world.brokenAnswers.get(id) ?? 0) < 6,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('sends no message before the server has its pictures, and uploads one picture at a time', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const world = tell(story);
        expect(world.incomplete).toEqual([]);
        if (story.tabsTakeTurns) expect(world.uploadsAtOnce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves nothing unsent in any tab, and stores only failed messages', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const world = tell(story);
        const messages = world.tabs.flatMap((open) => open.state.messages);
        expect(messages.filter(isPending)).toEqual([]);
        expect([...world.kept.values()].filter(({ error }) => error === null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a tab', () => {
  const after = (...events: OutboxEvent[]) =>
    events.reduce((state, event) => step(state, event, 0).state, emptyOutbox({ online: true, canTry: true }));
  const written: OutboxEvent = { type: 'written', id: 'm', chatId: 'c', content: plainText('hello'), at: 0 };
  const item = { id: 'm', chatId: 'c', ...plainText('hello'), writtenAt: 0, error: null };

  it('keeps a message as sent when another tab sent it and its own attempt failed', () => {
    const turn: OutboxEvent = { type: 'turn', stored: [item], sinceSent: 1_000 };
    const failed: OutboxEvent = { type: 'refused', id: 'm', error: 'invalid' };
    expect(after(written, turn, failed).messages).toMatchObject([{ state: 'failed' }]);
    expect(after(written, turn, { type: 'sentElsewhere', id: 'm' }, failed).messages).toMatchObject([
      { state: 'sent' },
    ]);
  });

  it('keeps showing what another tab sent until the chat shows it, and drops what another tab discarded', () => {
    const removed: OutboxEvent = { type: 'removed', id: 'm' };
    expect(after(written, removed).messages).toEqual([]);
    const sent = [written, { type: 'sentElsewhere', id: 'm' }, removed] as const;
    expect(after(...sent).messages).toMatchObject([{ state: 'sent' }]);
    expect(after(...sent, { type: 'shown', ids: ['m'] }).messages).toEqual([]);
  });

  it('sends an older message of another tab first, even if it has not heard of it yet', () => {
    const { effects } = step(
      after({ ...written, at: 5 }),
      {
        type: 'turn',
        stored: [
          { ...item, writtenAt: 5 },
          { ...item, id: 'older' },
        ],
        sinceSent: 1_000,
      },
      0,
    );
    expect(effects).toMatchObject([{ type: 'deliver', message: { id: 'older' } }]);
  });

  it('shows the messages that another tab stored, and whether they failed there', () => {
    expect(after({ type: 'stored', item }).messages).toMatchObject([{ state: 'sending', text: 'hello' }]);
    expect(
      after({ type: 'stored', item }, { type: 'stored', item: { ...item, error: 'invalid' } }).messages,
    ).toMatchObject([{ state: 'failed', error: 'invalid' }]);
  });
});

describe('pictures on their way', () => {
  const online = emptyOutbox({ online: true, canTry: true });
  const picture: OutgoingPicture = { path: 'p', width: 4, height: 3, alt: '', size: 10, state: 'new' };
  const withPictures: OutboxEvent = {
    type: 'written',
    id: 'm',
    chatId: 'c',
    content: { ...plainText('look'), pictures: [picture] },
    at: 0,
  };
  const item = { id: 'm', chatId: 'c', ...withPictures.content, writtenAt: 0, error: null };

  it('hold up what was written after them in their chat, and nothing in other chats', () => {
    const world = new OutboxWorld({ fates: [{ ...PROMPT, landsAfter: 60_000 }], tabsTakeTurns: true });
    world.write(0, 'c', 'a picture', { count: 1 });
    world.write(0, 'c', 'after it');
    world.write(0, 'd', 'elsewhere');
    world.passTime(30_000);
    expect(world.stored.map(({ id }) => id)).toEqual(['m2']);
    world.passTime(60_000);
    expect(world.stored.map(({ id }) => id)).toEqual(['m2', 'm0', 'm1']);
  });

  it('are not sent again by the page that opens next, nor by another tab', () => {
    const world = new OutboxWorld({ fates: [], tabsTakeTurns: true });
    world.write(0, 'c', 'look', { count: 3 });
    world.passTime(20);
    world.closeTab(0);
    world.passTime(20);
    const before = [...world.uploads.keys()];
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(3);
    world.openTab();
    world.openTab();
    world.finish();
    expect([...world.uploads.values()]).toEqual([1, 1, 1]);
    expect(world.stored).toHaveLength(1);
  });

  it('are marked before the first attempt, so that a later one looks for what it left', () => {
    const asked = step(online, withPictures, 0).state;
    const first = step(asked, { type: 'uploadTurn', stored: [item] }, 0);
    expect(first.effects).toMatchObject([
      { type: 'update', item: { pictures: [{ state: 'begun' }] } },
      { type: 'upload', path: 'p', isFirst: true },
      {},
    ]);
    const refused = step(first.state, { type: 'uploadRefused', id: 'm', error: 'offline' }, 0).state;
    const again = step({ ...refused, uploadTurn: 'asked' }, { type: 'uploadTurn', stored: [item] }, 40_000);
    expect(again.effects).toMatchObject([{ type: 'upload', path: 'p', isFirst: false }, {}]);
  });

  it('fail with a reason when they are refused twice, or the device has lost them', () => {
    const refuse = (error: DataErrorCode, times: number) => {
      let state = step(online, withPictures, 0).state;
      for (let time = 0; time < times; time += 1) {
        state = step(state, { type: 'uploadTurn', stored: [item] }, time * 60_000).state;
        state = step(state, { type: 'uploadRefused', id: 'm', error }, time * 60_000).state;
        state = { ...state, uploadTurn: 'asked' };
      }
      return state.messages.map((message) => [message.state, message.error]);
    };
    expect(refuse('not-allowed', 1)).toEqual([['waiting', null]]);
    expect(refuse('not-allowed', 2)).toEqual([['failed', 'not-allowed']]);
    for (const error of ['too-often', 'unreadable', 'invalid'] as const)
      expect(refuse(error, 1)).toEqual([['failed', error]]);
  });

  it('leave nothing to store once their message was discarded', () => {
    const asked = step(online, withPictures, 0).state;
    const sending = step(asked, { type: 'uploadTurn', stored: [item] }, 0).state;
    const discarded = step(sending, { type: 'discarded', id: 'm' }, 0);
    expect(discarded.effects).toMatchObject([{ type: 'remove', item: { id: 'm' } }, {}]);
    const { effects } = step(discarded.state, { type: 'uploaded', id: 'm', path: 'p' }, 0);
    expect(effects.map(({ type }) => type)).toEqual(['endUploadTurn', 'wake']);
  });
});

describe('tabs that take turns', () => {
  it('get no refusals while the network is good and no other device sends', () => {
    const acts = fc.array(
      fc.oneof(
        fc.tuple(
          fc.constant('write'),
          tab,
          chat,
          fc.constant('hello'),
          fc.record({ count: fc.constantFrom(0, 0, 1, 2) }),
        ),
        fc.tuple(fc.constant('passTime'), fc.integer({ min: 1, max: 900 })),
        fc.tuple(fc.constant('openTab')),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(acts, (done) => {
        const world = tell({ acts: done, fates: [], tabsTakeTurns: true });
        expect(world.refusals).toBe(0);
        expect(world.stored).toHaveLength(world.written.length);
        expect([...world.uploads.values()].filter((times) => times > 1)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
