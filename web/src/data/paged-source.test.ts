import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { FRESH_MS, type Page, pagedSource } from './paged-source.ts';

type Load = (after: number | null) => Promise<Page<string, number>>;

const page = (items: string[], next: number | null = null, fromCache = false) => ({ items, next, fromCache });
let keys = 0;

/** A list of words, read by one screen. */
function open(load: Load, key = `list${++keys}`) {
  const asked = vi.fn(load);
  const source = pagedSource(key, { load: asked, idOf: (item: string) => item });
  const leave = source.subscribe(() => {});
  return { source, asked, leave, key };
}

/** An answer that the test gives by hand. */
function late() {
  let answer: (page: Page<string, number>) => void = () => {};
  const promise = new Promise<Page<string, number>>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  vi.useRealTimers();
});

describe('a list that is read page by page', () => {
  it('shows its first page, and the next below it when asked', async () => {
    const { source, asked } = open(async (after) =>
      after === null ? page(['a', 'b'], 2) : page(['b', 'c'], null),
    );
    expect(source.getSnapshot()).toEqual({ items: null, hasMore: false, loadingMore: false, error: null });
    await settled();
    expect(source.getSnapshot()).toMatchObject({ items: ['a', 'b'], hasMore: true });
    source.more();
    expect(source.getSnapshot().loadingMore).toBe(true);
    await settled();
    expect(source.getSnapshot()).toEqual({
      items: ['a', 'b', 'c'],
      hasMore: false,
      loadingMore: false,
      error: null,
    });
    source.more();
    expect(asked.mock.calls).toEqual([[null], [2]]);
  });

  it('requests the next page only once while it is loading', async () => {
    const { source, asked } = open(async (after) => page([`${after}`], 1));
    await settled();
    source.more();
    source.more();
    await settled();
    expect(asked.mock.calls).toEqual([[null], [1]]);
  });

  it('is not overwritten by a late answer to another query', async () => {
    const slow = late();
    const first = open(() => slow.promise);
    first.leave();
    const second = open(async () => page(['of the second']));
    await settled();
    slow.answer(page(['of the first']));
    await settled();
    expect(second.source.getSnapshot().items).toEqual(['of the second']);
    expect(first.source.getSnapshot().items).toEqual(['of the first']);
  });

  it('keeps its pages when the next one fails, and retries that one', async () => {
    let fail = true;
    const { source } = open(async (after) => {
      if (after !== null && fail) throw new DataError('busy');
      return after === null ? page(['a'], 1) : page(['b']);
    });
    await settled();
    source.more();
    await settled();
    expect(source.getSnapshot()).toMatchObject({ items: ['a'], loadingMore: false, error: { code: 'busy' } });
    fail = false;
    source.retry();
    await settled();
    expect(source.getSnapshot()).toMatchObject({ items: ['a', 'b'], error: null });
  });

  it('is kept for a minute after the last reader has left, and read again after that', async () => {
    const words = open(async () => page(['a']));
    await settled();
    words.leave();
    vi.advanceTimersByTime(FRESH_MS - 1);
    const soon = open(async () => page(['never asked']), words.key);
    expect(soon.source.getSnapshot().items).toEqual(['a']);
    soon.leave();
    vi.advanceTimersByTime(FRESH_MS);
    const later = open(async () => page(['b']), words.key);
    expect(later.source.getSnapshot().items).toBeNull();
    await settled();
    expect(later.source.getSnapshot().items).toEqual(['b']);
    expect([words.asked.mock.calls.length, soon.asked.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('a list without a connection', () => {
  const online = (is: boolean) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(is);
    window.dispatchEvent(new Event(is ? 'online' : 'offline'));
  };

  it('reports that it was not loaded, and loads when there is a connection', async () => {
    online(false);
    let reached = false;
    const { source, asked } = open(async () => {
      if (!reached) throw new DataError('not-loaded');
      return page(['a']);
    });
    await settled();
    expect(source.getSnapshot()).toMatchObject({ items: null, error: { code: 'not-loaded' } });
    reached = true;
    online(true);
    await settled();
    expect(source.getSnapshot()).toMatchObject({ items: ['a'], error: null });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('shows cached items, and replaces them when there is a connection', async () => {
    online(false);
    let reached = false;
    const { source } = open(async () => (reached ? page(['new'], 3) : page(['old'], 7, true)));
    await settled();
    expect(source.getSnapshot()).toMatchObject({
      items: ['old'],
      hasMore: false,
      error: { code: 'not-loaded' },
    });
    reached = true;
    online(true);
    await settled();
    expect(source.getSnapshot()).toEqual({ items: ['new'], hasMore: true, loadingMore: false, error: null });
  });

  it('also loads when the connection came back before the cached answer', async () => {
    let times = 0;
    const { source } = open(async () => {
      times += 1;
      return times > 1 ? page(['a']) : page(['old'], null, true);
    });
    await settled();
    expect(source.getSnapshot().error?.code).toBe('not-loaded');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(source.getSnapshot()).toMatchObject({ items: ['a'], error: null });
  });

  it('does not retry by itself after another kind of error', async () => {
    const { asked } = open(async () => {
      throw new DataError('not-allowed');
    });
    await settled();
    online(false);
    online(true);
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
