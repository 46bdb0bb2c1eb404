import type { User } from 'firebase/auth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopKeeping } from '../device-store.ts';
import { followProfile } from './follow-profile.ts';
import { followSession } from './follow-session.ts';
import { forgetDevice } from './forget-device.ts';

const firebaseAuth = vi.hoisted(() => ({
  currentUser: null as { uid: string } | null,
  observers: new Set<(user: unknown) => void>(),
}));
vi.mock('firebase/auth', () => ({
  onAuthStateChanged: (_auth: unknown, observer: (user: unknown) => void) => {
    firebaseAuth.observers.add(observer);
    return () => firebaseAuth.observers.delete(observer);
  },
}));
vi.mock('../../firebase/app.ts', () => ({ startFirebase: async () => {} }));
vi.mock('../../firebase/auth.ts', () => ({ auth: () => firebaseAuth }));
vi.mock('../device-store.ts', () => ({ stopKeeping: vi.fn() }));
vi.mock('./forget-device.ts', () => ({ forgetDevice: vi.fn() }));
vi.mock('./follow-profile.ts', () => ({ followProfile: vi.fn() }));
vi.mock('./recheck-account.ts', () => ({ recheckAccount: () => () => {} }));

const stopProfile = vi.fn();
const assign = vi.fn();
let reported: string[];

/** Sets who is signed in, and waits for everything that follows from it. */
async function authSays(uid: string | null) {
  firebaseAuth.currentUser = uid === null ? null : { uid };
  for (const observer of [...firebaseAuth.observers]) observer(firebaseAuth.currentUser as User | null);
  await new Promise((resolve) => setTimeout(resolve));
}

/** Resolves when Auth can say something. */
async function start() {
  firebaseAuth.observers.clear();
  void followSession((session) => reported.push(session.status));
  await vi.waitFor(() => expect(firebaseAuth.observers.size).toBe(1));
}

const hint = () => localStorage.getItem('sameboat.session');

beforeEach(() => {
  localStorage.clear();
  reported = [];
  firebaseAuth.observers.clear();
  for (const mock of [stopKeeping, stopProfile, assign]) vi.mocked(mock).mockReset();
  vi.mocked(forgetDevice)
    .mockReset()
    .mockImplementation(async () => localStorage.removeItem('sameboat.session'));
  vi.mocked(followProfile).mockReset().mockReturnValue(stopProfile);
  vi.stubGlobal('location', { assign });
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the session', () => {
  it('clears nothing when nobody is or was signed in', async () => {
    await start();
    await authSays(null);
    expect(reported).toEqual(['signed-out']);
    expect(forgetDevice).not.toHaveBeenCalled();
  });

  it('sets the hint before anything of the person is stored', async () => {
    vi.mocked(followProfile).mockImplementation(() => {
      expect(hint()).toBe('ada');
      return stopProfile;
    });
    await start();
    await authSays('ada');
    expect(followProfile).toHaveBeenCalledTimes(1);
  });

  it('clears the device at the start without a reload when it ended while no tab was open', async () => {
    localStorage.setItem('sameboat.session', 'ada');
    let finish: () => void = () => {};
    vi.mocked(forgetDevice).mockReturnValue(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    await start();
    await authSays(null);
    expect(forgetDevice).toHaveBeenCalledTimes(1);
    expect(reported).toEqual([]);
    finish();
    await vi.waitFor(() => expect(reported).toEqual(['signed-out']));
    expect(assign).not.toHaveBeenCalled();
  });

  it('clears the device for another person than before, but not for the same one', async () => {
    localStorage.setItem('sameboat.session', 'ada');
    await start();
    await authSays('ben');
    expect(forgetDevice).toHaveBeenCalledTimes(1);
    expect(hint()).toBe('ben');

    await start();
    await authSays('ben');
    expect(forgetDevice).toHaveBeenCalledTimes(1);
    expect(followProfile).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['signs out', null],
    ['gives way to somebody else', 'ben'],
  ])('clears the device and then reloads when somebody %s', async (_how, next) => {
    await start();
    await authSays('ada');
    vi.mocked(forgetDevice).mockImplementation(async () => {
      expect(stopKeeping).toHaveBeenCalled();
      expect(stopProfile).toHaveBeenCalled();
      expect(assign).not.toHaveBeenCalled();
    });
    await authSays(next);
    expect(forgetDevice).toHaveBeenCalledTimes(1);
    expect(assign.mock.calls).toEqual([['/']]);
    await authSays(null);
    expect(assign).toHaveBeenCalledTimes(1);
    expect(reported).toEqual([]);
  });

  it('follows somebody who signs in while the device is being cleared', async () => {
    localStorage.setItem('sameboat.session', 'ada');
    vi.mocked(forgetDevice).mockImplementationOnce(async () => {
      localStorage.removeItem('sameboat.session');
      firebaseAuth.currentUser = { uid: 'ben' };
    });
    await start();
    await authSays(null);
    expect(reported).toEqual([]);
    expect(vi.mocked(followProfile).mock.calls.map(([user]) => user.uid)).toEqual(['ben']);
  });

  it('is followed once, even if it is started twice', async () => {
    await start();
    await authSays('ada');
    void followSession(() => {});
    await vi.waitFor(() => expect(stopProfile).toHaveBeenCalledTimes(1));
    expect(firebaseAuth.observers.size).toBe(1);
  });
});
