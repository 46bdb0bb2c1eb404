import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyOutbox, isPending, plainText } from './outbox-state.ts';
import { type OutboxEvent, step } from './outbox-step.ts';
import { type Fate, OutboxWorld, REFUSED } from './outbox-world.fixture.ts';

const anyFate: fc.Arbitrary<Fate> = fc.record({
  lands: fc.boolean(),
  landsAfter: fc.integer({ min: 0, max: 3_000 }),
  answer: fc.constantFrom('verdict', 'verdict', 'verdict', 'offline', 'busy', 'unknown'),
  answersAfter: fc.integer({ min: 0, max: 3_000 }),
});

const tab = fc.nat(2);
const chat = fc.constantFrom('c', 'd', 'e');

type Act =
  | ['write', number, string, string, number]
  | ['passTime' | 'closeTab' | 'discardNewest', number]
  | ['sendFromElsewhere', string]
  | ['openTab']
  | ['onEachFailed', number, 'retried' | 'discarded']
  | ['connect', { online: boolean; canTry: boolean }];

/** Something that a person, their browser or their network does. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('write'), tab, chat, fc.constant('hello'), fc.constant(0)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('write'),
      tab,
      chat,
      fc.constant('clock'),
      fc.integer({ min: -5_000, max: 5_000 }),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('write'), tab, chat, fc.constant(REFUSED), fc.constant(0)) },
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

describe('tabs that take turns', () => {
  it('get no refusals while the network is good and no other device sends', () => {
    const acts = fc.array(
      fc.oneof(
        fc.tuple(fc.constant('write'), tab, chat, fc.constant('hello'), fc.constant(0)),
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
      }),
      { numRuns: 500 },
    );
  });
});
