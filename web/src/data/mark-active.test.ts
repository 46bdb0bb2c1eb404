import { newPrivateProfile } from '@sameboat/model/private-profile';
import { beforeEach, expect, it, vi } from 'vitest';
import { commitNow } from './commit-now.ts';
import { markActive } from './mark-active.ts';

const stored = vi.hoisted(() => ({ profile: {} as unknown, fails: false }));
vi.mock('./commit-now.ts', () => ({ commitNow: vi.fn() }));
vi.mock('../firebase/firestore.ts', () => ({ firestore: () => ({}) }));
vi.mock('firebase/firestore', () => ({
  doc: () => ({}),
  getDocFromServer: async () => {
    if (stored.fails) throw new Error('offline');
    return { data: () => stored.profile };
  },
}));

const ada = { handle: 'ada', displayName: 'Ada', avatar: null };
const time = { seconds: 0, nanoseconds: 0, toMillis: () => 0 };
const profile = newPrivateProfile(time);
const shows = (discoverable: boolean, lastActive: 'everyone' | 'nobody') => ({
  ...profile,
  discoverable,
  shows: { ...profile.shows, lastActive },
});

beforeEach(() => {
  localStorage.clear();
  vi.mocked(commitNow).mockClear();
  stored.fails = false;
});

it('notes once a day that somebody is here who is listed and shows it', async () => {
  stored.profile = shows(true, 'everyone');
  await markActive('ada', ada);
  await markActive('ada', ada);
  expect(commitNow).toHaveBeenCalledTimes(1);
  expect(commitNow).toHaveBeenCalledWith([
    expect.objectContaining({ update: 'people/ada', data: expect.objectContaining(ada) }),
  ]);
});

it.each([
  ['is not listed', shows(false, 'everyone')],
  ['does not show it', shows(true, 'nobody')],
  ['has no private profile', undefined],
])('notes nothing of somebody who %s', async (_who, own) => {
  stored.profile = own;
  await markActive('ada', ada);
  expect(commitNow).not.toHaveBeenCalled();
});

it('tries again the next time when there was no connection', async () => {
  stored.profile = shows(true, 'everyone');
  stored.fails = true;
  await markActive('ada', ada);
  stored.fails = false;
  await markActive('ada', ada);
  expect(commitNow).toHaveBeenCalledTimes(1);
});
