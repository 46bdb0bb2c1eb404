import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPictureCache, type PictureCache } from './picture-cache.ts';

let fetched: string[];
let revoked: string[];
let failing: boolean;
let made: number;
let cache: PictureCache;

beforeEach(() => {
  fetched = [];
  revoked = [];
  failing = false;
  made = 0;
  vi.stubGlobal('URL', {
    createObjectURL: () => `blob:${++made}`,
    revokeObjectURL: (url: string) => revoked.push(url),
  });
  cache = createPictureCache({
    fetch: async (path) => {
      fetched.push(path);
      if (failing) throw new Error('offline');
      return new Blob(['x'.repeat(10)]);
    },
    spareBytesMax: 20,
  });
});
afterEach(() => vi.unstubAllGlobals());

async function hold(path: string, onChange = () => {}) {
  const release = cache.hold(path, onChange);
  await new Promise((resolve) => setTimeout(resolve));
  return release;
}

describe('the cache of pictures', () => {
  it('fetches a picture once for all who hold it, and tells them when it is here', async () => {
    const told: string[] = [];
    expect(cache.read('a')).toBeNull();
    cache.hold('a', () => told.push('first'));
    await hold('a', () => told.push('second'));
    expect(cache.read('a')).toBe('blob:1');
    expect(told).toStrictEqual(['first', 'second']);
    expect(fetched).toStrictEqual(['a']);
  });

  it('keeps what is let go of while it fits, and drops the longest unused first', async () => {
    for (const path of ['a', 'b']) (await hold(path))();
    (await hold('a'))();
    expect(revoked).toStrictEqual([]);
    (await hold('c'))();
    expect(revoked).toStrictEqual(['blob:2']);
    expect(cache.read('a')).toBe('blob:1');
    expect(cache.read('b')).toBeNull();
  });

  it('keeps what is held, however much it is', async () => {
    for (const path of ['a', 'b', 'c', 'd']) await hold(path);
    expect(revoked).toStrictEqual([]);
    expect(cache.read('a')).toBe('blob:1');
  });

  it('tries again for the next who asks, after a failure', async () => {
    failing = true;
    (await hold('a'))();
    expect(cache.read('a')).toBeNull();
    failing = false;
    await hold('a');
    expect(cache.read('a')).toBe('blob:1');
    expect(fetched).toStrictEqual(['a', 'a']);
  });

  it('says what was thrown to those who hold it, until it is tried again', async () => {
    failing = true;
    const told = vi.fn();
    await hold('a', told);
    expect(cache.problem('a')).toMatchObject({ message: 'offline' });
    expect(told).toHaveBeenCalledTimes(1);
    failing = false;
    cache.retry('a');
    expect(cache.problem('a')).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve));
    expect([cache.read('a'), fetched]).toStrictEqual(['blob:1', ['a', 'a']]);
    cache.retry('a');
    expect(fetched).toHaveLength(2);
  });

  it('forgets everything when it is closed, also what is still on its way', async () => {
    const told = vi.fn();
    await hold('a', told);
    cache.hold('b', told);
    cache.close();
    await hold('c');
    expect(revoked).toStrictEqual(['blob:1']);
    expect(made).toBe(1);
    for (const path of ['a', 'b', 'c']) expect(cache.read(path)).toBeNull();
    expect(fetched).toStrictEqual(['a', 'b']);
    expect(told).toHaveBeenCalled();
  });
});
