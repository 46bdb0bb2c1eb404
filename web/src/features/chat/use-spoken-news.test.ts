import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announce } from '../../ui/announcer.tsx';
import { shownMessage } from './shown-message.fixture.ts';
import type { ShownMessage } from './shown-message.ts';
import { toTimeline } from './timeline.ts';
import { useSpokenNews } from './use-spoken-news.ts';

vi.mock('../../ui/announcer.tsx', () => ({ announce: vi.fn() }));
vi.mock('../../data/get-user.ts', () => ({
  findUser: (_: string, uid: string) => Promise.resolve({ displayName: uid === 'ben' ? 'Ben' : 'Ada' }),
}));

const spoken = () => vi.mocked(announce).mock.calls.map(([words]) => words);

const past = [
  shownMessage({ at: 1_000, text: 'long ago' }),
  shownMessage({ at: 2_000, text: 'a while ago' }),
];

/** A conversation open at its end, and what to call with each later state of it. */
async function open(messages: readonly ShownMessage[] = past, atEnd = true) {
  const view = renderHook((props: Parameters<typeof useSpokenNews>[0]) => useSpokenNews(props), {
    initialProps: { uid: 'me', rows: toTimeline(messages, null), atEnd },
  });
  const show = async (next: readonly ShownMessage[], isAtEnd = atEnd) => {
    view.rerender({ uid: 'me', rows: toTimeline(next, null), atEnd: isAtEnd });
    await act(async () => {});
  };
  await act(async () => {});
  return show;
}

const dusk = {
  path: 'chats/c/images/ben/f1',
  width: 800,
  height: 600,
  alt: 'The harbour at dusk',
  size: 0,
  upload: 'stored',
} as const;

const ben = (over: Partial<ShownMessage>) => shownMessage({ senderId: 'ben', at: 3_000, ...over });

beforeEach(() => vi.clearAllMocks());

describe('what is spoken of a conversation', () => {
  it('is each new message, by who wrote it, and never the past: not on opening, not when older history comes', async () => {
    const show = await open();
    await show([shownMessage({ at: 500, text: 'older still' }), ...past]);
    expect(spoken()).toEqual([]);
    const news = ben({ text: 'Good evening, \u2068@Ada\u2069' });
    await show([...past, news]);
    expect(spoken()).toEqual(['Ben: Good evening, @Ada']);
    await show([...past, { ...news, edited: true, text: 'Good morning' }]);
    await show([...past, news], false);
    await show([...past, news], true);
    expect(spoken()).toHaveLength(1);
  });

  it('is nothing of mine, nothing deleted, and nothing while somebody reads further up', async () => {
    const show = await open();
    const mine = shownMessage({ senderId: 'me', mine: true, at: 9_000, text: 'mine' });
    await show([...past, mine]);
    await show([...past, ben({ deleted: true }), mine]);
    expect(spoken()).toEqual([]);
    await show([...past, ben({ at: 4_000, text: 'after mine, by a slower clock' }), mine]);
    expect(spoken()).toEqual(['Ben: after mine, by a slower clock']);
    await show([...past, ben({ at: 5_000 })], false);
    expect(spoken()).toHaveLength(1);
  });

  it('is the first message of an empty chat, the note of a veiled one, a picture, and the number of many', async () => {
    const show = await open([]);
    const veiled = ben({ at: 3_000, text: 'the hard part', contentNote: 'hospital' });
    await show([veiled]);
    const picture = ben({ at: 4_000, text: '', pictures: [dusk] });
    await show([veiled, picture]);
    await show([veiled, picture, ...[5, 6, 7, 8].map((at) => ben({ at: at * 1_000 }))]);
    expect(spoken()).toEqual([
      'Ben: Content note: hospital',
      'Ben: Picture: The harbour at dusk',
      '4 new messages',
    ]);
  });

  it('is that my message was not sent, once', async () => {
    const mine = shownMessage({ senderId: 'me', mine: true, at: 3_000, delivery: 'sending' });
    const show = await open([...past, mine]);
    await show([...past, { ...mine, delivery: 'failed' }], false);
    await show([...past, { ...mine, delivery: 'failed' }]);
    expect(spoken()).toEqual(['We could not send your message. You can retry, copy or discard it.']);
  });
});
