import { after } from '@sameboat/model/fixtures/fixture-time';
import { rotterdam } from '@sameboat/model/fixtures/place';
import { describe, expect, it } from 'vitest';
import { seenBy } from './seen-by.ts';

const profile = {
  bio: 'Hello',
  topics: ['grief' as const],
  place: rotterdam,
  discoverable: true,
  shows: {
    bio: 'everyone' as const,
    topics: 'everyone' as const,
    place: 'communities' as const,
    lastActive: 'nobody' as const,
  },
};
const standing = { discoverable: true, joined: true, listed: true };

describe('what others see of a profile', () => {
  it.each([
    ['stranger', { bio: 'Hello', topics: ['grief'], place: null, lastActiveAt: null }],
    ['fellow', { bio: 'Hello', topics: ['grief'], place: rotterdam, lastActiveAt: null }],
    ['moderator', { bio: 'Hello', topics: ['grief'], place: rotterdam, lastActiveAt: null }],
    ['blocked', { bio: 'Hello', topics: [], place: null, lastActiveAt: null }],
  ] as const)('%s', (viewer, shown) => {
    expect(seenBy(viewer, profile, standing, after(0))).toEqual(shown);
  });
});
