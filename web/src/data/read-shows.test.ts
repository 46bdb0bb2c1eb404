import { newPrivateProfile } from '@sameboat/model/private-profile';
import { expect, it, vi } from 'vitest';
import { joinCommunity } from './join-community.ts';

const stored = vi.hoisted(() => ({ profile: {} as unknown, sent: [] as unknown[] }));
vi.mock('./commit-paced.ts', () => ({
  commitPaced: async (_act: unknown, writes: unknown[]) => void stored.sent.push(...writes),
}));
vi.mock('../firebase/firestore.ts', () => ({ firestore: () => ({}) }));
vi.mock('firebase/firestore', () => ({
  doc: () => ({}),
  getDocFromServer: async () => ({ data: () => stored.profile }),
}));

const profile = newPrivateProfile({ seconds: 0, nanoseconds: 0, toMillis: () => 0 });
const chosen = {
  ...profile,
  bio: 'Hello',
  topics: ['grief'],
  shows: { ...profile.shows, bio: 'communities' },
};

it.each([
  ['what somebody chose to show to their communities', chosen, { bio: 'Hello' }],
  ['nothing, when that is their choice', { ...chosen, shows: profile.shows }, {}],
  ['nothing, when they have no profile of that kind', undefined, {}],
])('joining a community shows there %s', async (_what, own, shows) => {
  stored.profile = own;
  stored.sent = [];
  await joinCommunity('ada', 'c1', { listed: false });
  expect(stored.sent).toEqual([
    expect.objectContaining({ set: 'communities/c1/members/ada', data: expect.objectContaining({ shows }) }),
  ]);
});
