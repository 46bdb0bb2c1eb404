import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followSession } from './follow-session.ts';
import type { Session } from './session.ts';

vi.mock('./follow-session.ts', () => ({ followSession: vi.fn() }));

/** The store decides at load from what storage holds, so each test loads it anew. */
const load = async () => {
  vi.resetModules();
  return import('./session-store.ts');
};

beforeEach(() => {
  localStorage.clear();
  vi.mocked(followSession).mockReset();
});

afterEach(() => {
  localStorage.clear();
});

describe('the session', () => {
  it('is signed out at once, without Firebase, where nobody was signed in', async () => {
    const store = await load();
    store.bootSession();
    expect(store.readSession()).toEqual({ status: 'signed-out' });
    expect(followSession).not.toHaveBeenCalled();
  });

  it('is starting, and asks Firebase, where somebody was', async () => {
    localStorage.setItem('sameboat.session', '1');
    vi.mocked(followSession).mockReturnValue(new Promise(() => {}));
    const store = await load();
    store.bootSession();
    expect(store.readSession()).toEqual({ status: 'starting' });
    await vi.waitFor(() => expect(followSession).toHaveBeenCalledTimes(1));
  });

  it('is what is reported, and its readers are told', async () => {
    let report: (session: Session) => void = () => {};
    vi.mocked(followSession).mockImplementation(async (to) => {
      report = to;
    });
    const store = await load();
    await store.startSession();
    const reader = vi.fn();
    store.subscribeSession(reader);
    report({ status: 'without-profile', uid: 'u', email: null });
    expect(store.readSession()).toEqual({ status: 'without-profile', uid: 'u', email: null });
    expect(reader).toHaveBeenCalledTimes(1);
  });

  it('says what failed, and starts from the beginning when asked to', async () => {
    vi.mocked(followSession).mockRejectedValueOnce(Object.assign(new Error(), { code: 'config-invalid' }));
    const store = await load();
    await store.startSession();
    expect(store.readSession()).toEqual({ status: 'failed', code: 'config-invalid' });
    vi.mocked(followSession).mockResolvedValue();
    store.retrySession();
    expect(store.readSession()).toEqual({ status: 'starting' });
    await vi.waitFor(() => expect(followSession).toHaveBeenCalledTimes(2));
  });
});
