import { describe, expect, it, vi } from 'vitest';
import { createPageReader } from './page-reader.ts';

/** A request that the test answers by hand. */
function request<P>() {
  let answer: (page: P) => void = () => {};
  let refuse: (cause: unknown) => void = () => {};
  const promise = new Promise<P>((resolve, reject) => {
    answer = resolve;
    refuse = reject;
  });
  return { ask: vi.fn(() => promise), answer, refuse };
}

describe('a reader of pages', () => {
  it('passes on each page, one after the other', async () => {
    const reader = createPageReader();
    const take = vi.fn();
    await reader.read(async () => 'one', take);
    await reader.read(async () => 'two', take);
    expect(take.mock.calls).toEqual([['one'], ['two']]);
  });

  it('requests a page only once while it is loading', async () => {
    const reader = createPageReader();
    const { ask, answer } = request<string>();
    const take = vi.fn();
    const both = [reader.read(ask, take), reader.read(ask, take)];
    expect(reader.isReading()).toBe(true);
    answer('one');
    await Promise.all(both);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(take.mock.calls).toEqual([['one']]);
    expect(reader.isReading()).toBe(false);
  });

  it('drops a page that was requested before the list was restarted, and does not wait for it', async () => {
    const reader = createPageReader();
    const old = request<string>();
    const take = vi.fn();
    const late = reader.read(old.ask, take);
    reader.restart();
    await reader.read(async () => 'new', take);
    old.answer('late');
    await late;
    expect(take.mock.calls).toEqual([['new']]);
  });

  it('reports a failure, and can be used again', async () => {
    const reader = createPageReader();
    const take = vi.fn();
    await expect(reader.read(() => Promise.reject(new Error('no')), take)).rejects.toThrow('no');
    await reader.read(async () => 'one', take);
    expect(take.mock.calls).toEqual([['one']]);
  });

  it('does not report the failure of a dropped page', async () => {
    const reader = createPageReader();
    const old = request<string>();
    const late = reader.read(old.ask, () => {});
    reader.restart();
    old.refuse(new Error('no'));
    await expect(late).resolves.toBeUndefined();
  });
});
