import { expect, it } from 'vitest';
import { changesRows } from './changes-rows.ts';

const before = { state: 'request', endedAt: null, lastAt: null, memberCount: 1 };

it('looks at the rows of a chat that was accepted, declined or ended', () => {
  expect(changesRows(before, { ...before, state: 'open' })).toBe(true);
  expect(changesRows(before, { ...before, state: 'declined' })).toBe(true);
  expect(changesRows(before, { ...before, endedAt: { seconds: 1, nanoseconds: 0 } })).toBe(true);
});

it('leaves the rows alone for what functions themselves write into a chat', () => {
  expect(changesRows(before, { ...before, lastAt: { seconds: 1, nanoseconds: 0 }, memberCount: 2 })).toBe(
    false,
  );
});
