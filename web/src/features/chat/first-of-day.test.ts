import { expect, it } from 'vitest';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { dayOf, firstSince, startOfDay } from './first-of-day.ts';

const message = (id: string, at: number) =>
  ({ id, createdAt: { seconds: at / 1_000, nanoseconds: 0, toMillis: () => at } }) as MessageWithId;

it('a day begins at midnight here', () => {
  expect(startOfDay('2026-03-03')).toBe(new Date(2026, 2, 3).getTime());
  expect(dayOf(new Date(2026, 2, 3, 23, 59).getTime())).toBe('2026-03-03');
});

it('half a date and a day that does not exist are none', () => {
  for (const value of ['', '2026-03', '2026-02-31']) expect(startOfDay(value)).toBeNull();
});

it('goes to the first message of the day, of the next one that has any, or else to the newest', () => {
  const messages = [message('a', 1_000), message('b', 5_000), message('c', 9_000)];
  expect(firstSince(messages, 1_000)?.id).toBe('a');
  expect(firstSince(messages, 2_000)?.id).toBe('b');
  expect(firstSince(messages, 10_000)?.id).toBe('c');
  expect(firstSince([], 0)).toBeNull();
});
