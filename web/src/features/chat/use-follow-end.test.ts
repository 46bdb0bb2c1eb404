import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFollowEnd } from './use-follow-end.ts';

let resized: () => void = () => {};
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** An element 500 px high whose content and position the test sets, at the end of 1,000 px of content. */
function scrolled(startsAtEnd: boolean) {
  const element = document.createElement('div');
  const place = { scrollTop: 500, scrollHeight: 1_000, clientHeight: 500 };
  for (const name of ['scrollTop', 'scrollHeight', 'clientHeight'] as const) {
    Object.defineProperty(element, name, { get: () => place[name] });
  }
  const scrollTo = vi.fn();
  element.scrollTo = scrollTo;
  const scroller = { current: element };
  const { result } = renderHook(() => useFollowEnd(scroller, startsAtEnd));
  act(() => result.current.measure({ canLeave: !startsAtEnd }));
  return {
    scrollTo,
    hook: result,
    atEnd: () => result.current.atEnd,
    move: (to: Partial<typeof place>) =>
      act(() => {
        Object.assign(place, to);
        result.current.measure();
      }),
  };
}

describe('following the end of a conversation', () => {
  it('goes on when the conversation grows', () => {
    const { move, atEnd } = scrolled(true);
    move({ scrollHeight: 1_400 });
    expect(atEnd()).toBe(true);
  });

  it('ends when the reader scrolls up, and begins again when they are back', () => {
    const { move, atEnd } = scrolled(true);
    move({ scrollTop: 300 });
    expect(atEnd()).toBe(false);
    move({ scrollTop: 480 });
    expect(atEnd()).toBe(true);
  });

  it('goes on when the list gets larger for a moment, and the browser scrolls up for it', () => {
    const { move, atEnd } = scrolled(true);
    move({ clientHeight: 332, scrollTop: 300 });
    expect(atEnd()).toBe(true);
  });

  it('keeps the end in sight when the list gets smaller', () => {
    const { move, atEnd, scrollTo } = scrolled(true);
    move({ clientHeight: 200 });
    expect(atEnd()).toBe(true);
    act(() => resized());
    expect(scrollTo).toHaveBeenCalledExactlyOnceWith({ top: 1_000 });
  });

  it('moves nothing when the list gets smaller for somebody who reads further up', () => {
    const { move, scrollTo } = scrolled(true);
    move({ scrollTop: 100 });
    act(() => resized());
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it('does not begin by itself for somebody who reads further up, whatever arrives', () => {
    const { move, atEnd } = scrolled(true);
    move({ scrollTop: 100 });
    move({ scrollHeight: 3_000, scrollTop: 2_000 });
    expect(atEnd()).toBe(false);
  });

  it('begins at once with a jump', () => {
    const { move, atEnd, hook } = scrolled(true);
    move({ scrollTop: 100 });
    act(() => hook.current.follow());
    expect(atEnd()).toBe(true);
  });

  it('ends when the last message is unfolded, and not when that changes nothing', () => {
    const { move, atEnd, hook } = scrolled(true);
    act(() => hook.current.letGo());
    move({ scrollHeight: 1_400 });
    expect(atEnd()).toBe(false);
    move({ scrollHeight: 1_020 });
    expect(atEnd()).toBe(true);
  });
});
