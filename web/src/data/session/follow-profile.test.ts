import type { User } from 'firebase/auth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findStanding } from './find-standing.ts';
import { followProfile } from './follow-profile.ts';
import type { Profile, Session } from './session.ts';
import { type OwnProfile, watchOwnProfile } from './watch-own-profile.ts';

vi.mock('./find-standing.ts', () => ({ findStanding: vi.fn() }));
vi.mock('./watch-own-profile.ts', () => ({ watchOwnProfile: vi.fn() }));

const user = { uid: 'ada', email: 'ada@example.com' } as User;
const profile = { handle: 'ada' } as Profile;
const stopWatching = vi.fn();
let reported: Session[];
let hears: (result: OwnProfile) => void;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  reported = [];
  vi.mocked(findStanding).mockReset().mockResolvedValue({ kind: 'good' });
  stopWatching.mockReset();
  vi.mocked(watchOwnProfile)
    .mockReset()
    .mockImplementation((_uid, report) => {
      hears = report;
      return stopWatching;
    });
  stop = followProfile(user, (session) => reported.push(session));
  await vi.waitFor(() => expect(watchOwnProfile).toHaveBeenCalled());
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** Reports a result of the profile's listener, and waits for everything that follows from it. */
async function profileIs(result: OwnProfile) {
  hears(result);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

const statuses = () => reported.map((session) => session.status);

describe('somebody who is signed in', () => {
  it('is reported with a profile, or without one yet', async () => {
    await profileIs('none');
    await profileIs(profile);
    expect(reported).toEqual([
      { status: 'without-profile', uid: 'ada', email: 'ada@example.com' },
      { status: 'signed-in', uid: 'ada', email: 'ada@example.com', profile },
    ]);
    expect(findStanding).not.toHaveBeenCalled();
  });

  it('is told why when they are banned', async () => {
    vi.mocked(findStanding).mockResolvedValue({ kind: 'banned', reason: 'Threats', until: 5 });
    await profileIs(profile);
    await profileIs('refused');
    expect(reported.at(-1)).toEqual({ status: 'banned', uid: 'ada', reason: 'Threats', until: 5 });
  });

  it('is not reported when the sign-in has ended, because Auth signs them out', async () => {
    vi.mocked(findStanding).mockResolvedValue({ kind: 'ended' });
    await profileIs(profile);
    await profileIs('refused');
    expect(statuses()).toEqual(['signed-in']);
  });

  it('is told that their profile cannot be read when there is no reason for the refusal', async () => {
    await profileIs('refused');
    expect(reported).toEqual([{ status: 'failed', code: 'profile-unreadable' }]);
  });

  it('is checked, not sent to complete the account, when their profile is deleted', async () => {
    vi.mocked(findStanding).mockResolvedValue({ kind: 'ended' });
    await profileIs(profile);
    await profileIs('none');
    expect(statuses()).toEqual(['signed-in']);
    vi.mocked(findStanding).mockResolvedValue({ kind: 'good' });
    await profileIs('none');
    expect(statuses()).toEqual(['signed-in', 'without-profile']);
  });

  it('is checked again until there is an answer', async () => {
    vi.mocked(findStanding).mockRejectedValueOnce(new Error('offline'));
    await profileIs('refused');
    expect(reported).toEqual([]);
    vi.mocked(findStanding).mockResolvedValue({ kind: 'banned', reason: '', until: null });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(statuses()).toEqual(['banned']);
  });

  it('is not checked any more once this has been stopped', async () => {
    vi.mocked(findStanding).mockRejectedValue(new Error('offline'));
    await profileIs('refused');
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(findStanding).toHaveBeenCalledTimes(1);
    expect(stopWatching).toHaveBeenCalledTimes(1);
  });
});
