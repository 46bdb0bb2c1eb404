import { describe, expect, it } from 'vitest';
import { isQuotaSpent, paceGuesses } from './pace-guesses.ts';

const HOUR = 3_600_000;
const at = (millis: number) => ({ seconds: millis / 1000, nanoseconds: 0, toMillis: () => millis });
const since = at(1_000 * HOUR);
const stored = { since, count: 3 };
const guesses = (from: typeof stored | null, nowMs: number) =>
  paceGuesses(from, { act: 'joinGroup', id: 'c', nowMs }, 'now');

const anew = { since: 'now', count: 1, id: 'c' };
const onward = { since, count: 4, id: 'c' };

describe('the counter of one more act', () => {
  it('is the first of its window when there was none', () => {
    expect(guesses(null, 0)).toEqual([anew]);
  });

  it('continues within the window, and starts again after it', () => {
    expect(guesses(stored, since.toMillis() + HOUR - 1)[0]).toEqual(onward);
    expect(guesses(stored, since.toMillis() + HOUR)[0]).toEqual(anew);
  });

  it('has a second guess for a device whose clock is wrong', () => {
    expect(guesses(stored, since.toMillis() + 1)).toEqual([onward, anew]);
    expect(guesses(stored, since.toMillis() + 30 * HOUR)).toEqual([anew, onward]);
  });

  it('is known to be over the quota or not', () => {
    expect(isQuotaSpent({ since, count: 20 }, 'joinGroup')).toBe(true);
    expect(isQuotaSpent({ since, count: 19 }, 'joinGroup')).toBe(false);
    expect(isQuotaSpent(null, 'joinGroup')).toBe(false);
  });

  it('is looked for in the quota of the settled where nobody else has one', () => {
    expect(isQuotaSpent({ since, count: 20 }, 'request')).toBe(true);
    expect(isQuotaSpent({ since, count: 1 }, 'request')).toBe(false);
  });
});
