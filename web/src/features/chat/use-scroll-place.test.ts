import { act, renderHook } from '@testing-library/react';
import type { VirtualizerHandle } from 'virtua';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shownMessage } from './shown-message.fixture.ts';
import { type TimelineRow, toTimeline } from './timeline.ts';
import { useScrollPlace } from './use-scroll-place.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const noon = new Date(2026, 10, 20, 12, 0).getTime();
const messages = Array.from({ length: 40 }, (_, index) =>
  shownMessage({ id: `m${index}`, at: noon + index * 1_000 }),
);
const rows = (from: number, to: number, line: string | null = null) =>
  toTimeline(messages.slice(from, to), line);
const indexOfLine = (list: readonly TimelineRow[]) => list.findIndex((row) => row.kind === 'unread');

const ROW_PX = 100;
const CONTEXT_PX = 56;

/** A list over 5,000 px of content in a window of 500 px. */
function place(initial: readonly TimelineRow[], wantsLine = false) {
  const element = document.createElement('div');
  const at = { scrollTop: 0, scrollHeight: 5_000, clientHeight: 500 };
  for (const name of ['scrollTop', 'scrollHeight', 'clientHeight'] as const) {
    Object.defineProperty(element, name, { get: () => at[name] });
  }
  const sent = vi.fn<(options?: ScrollToOptions) => void>();
  element.scrollTo = sent as typeof element.scrollTo;
  const scroller = { current: element };
  const getItemOffset = (index: number) => index * ROW_PX;
  const list = { current: { getItemOffset } as unknown as VirtualizerHandle };
  const { result, rerender } = renderHook(
    (props: { rows: readonly TimelineRow[]; wantsLine: boolean }) =>
      useScrollPlace({ scroller, list, ...props }),
    { initialProps: { rows: initial, wantsLine } },
  );
  return {
    hook: result,
    /** Where the reader was last sent: the end, or the index of the row below what was already read. */
    sentTo: () => {
      const top = sent.mock.lastCall?.[0]?.top;
      sent.mockClear();
      if (top === undefined) return null;
      return top === at.scrollHeight ? 'end' : (top + CONTEXT_PX) / ROW_PX;
    },
    show: (next: readonly TimelineRow[], wants = wantsLine) => rerender({ rows: next, wantsLine: wants }),
    scrollTo: (scrollTop: number) =>
      act(() => {
        at.scrollTop = scrollTop;
        result.current.onScroll();
        vi.advanceTimersByTime(100);
      }),
    /** Rows were drawn that make the content this high. The next frame has not come yet. */
    draw: (scrollHeight: number) =>
      act(() => {
        at.scrollHeight = scrollHeight;
        result.current.onResize();
      }),
  };
}

describe('the place of a conversation', () => {
  it('is the end when nothing is new, and stays there while rows get their heights', () => {
    const list = rows(0, 20);
    const { hook, sentTo, draw } = place(list);
    expect(hook.current.atEnd).toBe(true);
    expect(sentTo()).toBe('end');
    draw(6_000);
    expect(sentTo()).toBe('end');
  });

  it('is the unread line, and stays there while rows get their heights and older ones come', () => {
    const list = rows(10, 40, 'm20');
    const { hook, sentTo, draw, show } = place(list);
    expect(hook.current.atEnd).toBe(false);
    expect(sentTo()).toBe(indexOfLine(list));
    draw(6_000);
    expect(sentTo()).toBe(indexOfLine(list));
    const more = rows(0, 40, 'm20');
    show(more);
    expect(sentTo()).toBe(indexOfLine(more));
  });

  it('belongs to the reader as soon as they move', () => {
    const { hook, sentTo, draw, show } = place(rows(10, 40, 'm20'));
    sentTo();
    act(() => hook.current.onOwnMove());
    draw(6_000);
    show(rows(0, 40, 'm20'));
    expect(sentTo()).toBeNull();
  });

  it('is not the end while the list only guesses that everything fits', () => {
    const { hook, draw, scrollTo } = place(rows(10, 40, 'm20'));
    draw(500);
    act(() => hook.current.onScroll());
    expect(hook.current.atEnd).toBe(false);
    draw(5_000);
    scrollTo(0);
    expect(hook.current.atEnd).toBe(false);
  });

  it('is the end when everything does fit', () => {
    const { hook, draw, scrollTo } = place(rows(10, 40, 'm20'));
    draw(500);
    scrollTo(0);
    expect(hook.current.atEnd).toBe(true);
  });

  it('follows new messages at the end, and stays for somebody who reads further up', () => {
    const { sentTo, show, scrollTo } = place(rows(0, 20));
    scrollTo(4_500);
    sentTo();
    const more = rows(0, 21);
    show(more);
    expect(sentTo()).toBe('end');
    scrollTo(2_000);
    show(rows(0, 22));
    expect(sentTo()).toBeNull();
  });

  it('goes to the end with a message that was written here, from wherever it is', () => {
    const { hook, sentTo, show } = place(rows(10, 40, 'm20'));
    sentTo();
    const written = shownMessage({ senderId: 'me', at: noon + 50_000, delivery: 'sending' });
    const more = toTimeline([...messages.slice(10), written], 'm20');
    show(more);
    expect(hook.current.atEnd).toBe(true);
    expect(sentTo()).toBe('end');
  });

  it('goes to the unread line when that was asked for and is loaded, and not otherwise', () => {
    const loaded = rows(0, 40, 'm5');
    const asked = place(rows(20, 40));
    asked.show(rows(20, 40), true);
    asked.sentTo();
    asked.show(loaded, true);
    expect(asked.sentTo()).toBe(indexOfLine(loaded));
    const notAsked = place(rows(20, 40));
    notAsked.scrollTo(4_500);
    notAsked.scrollTo(1_000);
    notAsked.sentTo();
    notAsked.show(loaded);
    expect(notAsked.sentTo()).toBeNull();
  });
});
