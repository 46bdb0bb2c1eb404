import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paceTyping } from './typing-mark.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const typist = () => {
  const written: (number | null)[] = [];
  const mark = paceTyping(async (until) => {
    written.push(until === null ? null : until - Date.now());
  });
  return { written, mark };
};

describe('the mark of somebody who types', () => {
  it('is written with the first letter, and again after six seconds, for ten', async () => {
    const { written, mark } = typist();
    for (let second = 0; second < 13; second += 1) {
      mark.typed();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(written).toEqual([10_000, 10_000, 10_000]);
  });

  it('is taken back once, and not when it has run out', async () => {
    const { written, mark } = typist();
    mark.stopped();
    mark.typed();
    mark.stopped();
    mark.stopped();
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual([10_000, null]);
    await vi.advanceTimersByTimeAsync(6_000);
    mark.typed();
    await vi.advanceTimersByTimeAsync(10_000);
    mark.stopped();
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual([10_000, null, 10_000]);
  });

  it('is not written more often by sending many short messages', async () => {
    const { written, mark } = typist();
    for (let message = 0; message < 5; message += 1) {
      mark.typed();
      mark.stopped();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(written).toEqual([10_000, null]);
  });

  it('is taken back after it was written, however slow that was, and a failure stops nothing', async () => {
    const order: string[] = [];
    const mark = paceTyping(async (until) => {
      await new Promise((resolve) => setTimeout(resolve, until === null ? 0 : 500));
      order.push(until === null ? 'taken back' : 'written');
      throw new Error('refused');
    });
    mark.typed();
    mark.stopped();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(order).toEqual(['written', 'taken back']);
  });
});
