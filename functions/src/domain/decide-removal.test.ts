import { removalsPerHour } from '@sameboat/model/remove-content';
import { expect, it } from 'vitest';
import { decideRemoval, type RemovalFacts } from './decide-removal.ts';

const now = Date.UTC(2026, 10, 21);
const facts: RemovalFacts = {
  role: 'moderator',
  staffRole: null,
  sanction: null,
  calls: null,
  message: { isDeleted: false },
};
const decide = (change: Partial<RemovalFacts> = {}) =>
  decideRemoval({ ...facts, ...change }, { signedInAt: now - 1, now });

it('a message is removed by those who run the community, and by staff anywhere', () => {
  expect(decide()).toEqual({ refusal: null, as: 'moderator', calls: { since: now, count: 1 } });
  expect(decide({ role: 'founder' }).as).toBe('moderator');
  expect(decide({ role: null, staffRole: 'moderator' }).as).toBe('staff');
  expect(decide({ role: 'member', staffRole: 'admin' }).as).toBe('staff');
  expect(decide({ role: 'member' })).toEqual({ refusal: 'not-a-moderator', as: null, calls: null });
});

it('somebody who runs the community acts in that role, whatever else they are', () => {
  expect(decide({ staffRole: 'admin' }).as).toBe('moderator');
});

it('only those who may remove it learn whether there is such a message', () => {
  expect(decide({ message: null }).refusal).toBe('not-found');
  expect(decide({ role: null, message: null }).refusal).toBe('not-a-moderator');
});

it('a message that is gone is not removed again, and does not count', () => {
  expect(decide({ message: { isDeleted: true } })).toEqual({ refusal: null, as: null, calls: null });
});

it('so many messages are removed in an hour, and no more', () => {
  expect(decide({ calls: { since: now - 1, count: removalsPerHour - 1 } }).refusal).toBeNull();
  expect(decide({ calls: { since: now - 1, count: removalsPerHour } }).refusal).toBe('too-many-calls');
});
