import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useFollowEnd } from './use-follow-end.ts';

/** An element 500 px high whose content and position the test sets. */
function scrolled(startsAtEnd: boolean) {
  const element = document.createElement('div');
  const place = { scrollTop: 500, scrollHeight: 1_000, clientHeight: 500 };
  for (const name of ['scrollTop', 'scrollHeight', 'clientHeight'] as const) {
    Object.defineProperty(element, name, { get: () => place[name] });
  }
  const scroller = { current: element };
  const { result } = renderHook(() => useFollowEnd(scroller, startsAtEnd));
  const move = (to: Partial<typeof place>) =>
    act(() => {
      Object.assign(place, to);
      result.current.measure();
    });
  return { move, atEnd: () => result.current.atEnd, follow: () => act(() => result.current.follow()) };
}

describe('following the end of a conversation', () => {
  it('goes on when the conversation grows', () => {
    const { move, atEnd } = scrolled(true);
    move({});
    move({ scrollHeight: 1_400 });
    expect(atEnd()).toBe(true);
  });

  it('ends when the reader scrolls up, and begins again when they are back', () => {
    const { move, atEnd } = scrolled(true);
    move({});
    move({ scrollTop: 300 });
    expect(atEnd()).toBe(false);
    move({ scrollTop: 480 });
    expect(atEnd()).toBe(true);
  });

  it('does not begin by itself for somebody who reads further up, whatever arrives', () => {
    const { move, atEnd } = scrolled(false);
    move({ scrollTop: 100 });
    move({ scrollHeight: 3_000, scrollTop: 2_000 });
    expect(atEnd()).toBe(false);
  });

  it('begins at once with a jump', () => {
    const { move, atEnd, follow } = scrolled(false);
    move({ scrollTop: 100 });
    follow();
    expect(atEnd()).toBe(true);
  });
});
