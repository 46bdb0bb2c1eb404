import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookAfter, taskId, windowMs } from './look-window.ts';

const millis = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });

it('makes the look of an event after it, and less than a window later', () => {
  fc.assert(
    fc.property(fc.string(), millis, (chatId, committedAt) => {
      const { dueAt } = lookAfter(chatId, 'messages', committedAt);
      expect(dueAt).toBeGreaterThan(committedAt);
      expect(dueAt - committedAt).toBeLessThanOrEqual(windowMs);
    }),
  );
});

it('makes one look for all events of a window, whenever and how often they come', () => {
  const { dueAt } = lookAfter('evening', 'messages', 1_800_000_000_000);
  const first = dueAt - windowMs;
  const ids = [first, first, first + 700, dueAt - 1].map((at) =>
    taskId(lookAfter('evening', 'messages', at)),
  );
  expect(new Set(ids).size).toBe(1);
  expect(taskId(lookAfter('evening', 'messages', dueAt))).not.toBe(ids[0]);
  expect(taskId(lookAfter('evening', 'members', first))).not.toBe(ids[0]);
  expect(taskId(lookAfter('morning', 'messages', first))).not.toBe(ids[0]);
});

it('spreads the looks at different chats', () => {
  const due = Array.from(
    { length: 50 },
    (_, index) => lookAfter(`chat${index}`, 'messages', 1_800_000_000_000).dueAt,
  );
  expect(new Set(due).size).toBeGreaterThan(40);
});

it('names a task with nothing that tells whose chat it is', () => {
  expect(taskId(lookAfter('dm_ada_ben', 'messages', 1_800_000_000_000))).toMatch(/^[0-9a-f]{64}$/);
});
