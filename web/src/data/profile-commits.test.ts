import { newPrivateProfile } from '@sameboat/model/private-profile';
import { describe, expect, it } from 'vitest';
import { profileCommits } from './profile-commits.ts';

const named = { handle: 'ada', displayName: 'Ada', avatar: null };
const { shows } = newPrivateProfile(0);
const profile = {
  bio: 'Hello',
  topics: [],
  place: null,
  discoverable: false,
  shows: { ...shows, bio: 'communities' as const },
};
const communities = (count: number) => Array.from({ length: count }, (_, place) => `c${place}`);
const commits = (count: number) =>
  profileCommits({ uid: 'ada', named, profile, communityIds: communities(count) });

describe('storing a profile', () => {
  it('is one commit with every community in it', () => {
    const [only = [], ...others] = commits(200);
    expect(others).toEqual([]);
    expect(only).toHaveLength(203);
    expect(only).toContainEqual({ delete: 'people/ada' });
    expect(only).toContainEqual({
      update: 'communities/c199/members/ada',
      data: { shows: { bio: 'Hello' } },
    });
  });

  it('takes everything back first and shows it last where it does not fit one commit', () => {
    const sent = commits(900);
    expect(sent.every((writes) => writes.length <= 500)).toBe(true);
    const shown = sent.map((writes) =>
      writes.flatMap((write) => ('update' in write && 'shows' in write.data ? [write.data.shows] : [])),
    );
    expect(shown.map((values) => values.length)).toEqual([497, 403, 0, 497, 403]);
    expect(shown.slice(0, 2).flat()).toEqual(Array(900).fill({}));
    expect(shown.slice(3).flat()).toEqual(Array(900).fill({ bio: 'Hello' }));
    expect(sent[2]).toHaveLength(3);
  });
});
