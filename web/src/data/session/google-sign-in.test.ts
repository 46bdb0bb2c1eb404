import { signInWithCredential } from 'firebase/auth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareGoogleVisit, readGoogleAnswer } from '../../firebase/google.ts';
import type { goToGoogle as Go, returnFromGoogle as Return } from './google-sign-in.ts';

vi.mock('firebase/auth', () => ({ signInWithCredential: vi.fn() }));
vi.mock('../../firebase/app.ts', () => ({ startFirebase: async () => {} }));
vi.mock('../../firebase/auth.ts', () => ({ auth: () => 'auth' }));
vi.mock('../../firebase/google.ts', () => ({ prepareGoogleVisit: vi.fn(), readGoogleAnswer: vi.fn() }));
vi.mock('./session-store.ts', () => ({ startSession: async () => {} }));

const assign = vi.fn();
let goToGoogle: typeof Go;
let returnFromGoogle: typeof Return;

beforeEach(async () => {
  sessionStorage.clear();
  vi.mocked(signInWithCredential).mockReset();
  vi.mocked(prepareGoogleVisit).mockResolvedValue({ address: 'https://google.example/', sessionId: 's1' });
  vi.mocked(readGoogleAnswer)
    .mockReset()
    .mockResolvedValue('a credential' as never);
  vi.stubGlobal('location', {
    origin: 'https://app.example',
    href: 'https://app.example/google#id_token=x',
    assign,
  });
  vi.resetModules();
  ({ goToGoogle, returnFromGoogle } = await import('./google-sign-in.ts'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', '/');
});

describe('somebody who signs in with Google', () => {
  it('comes back to this tab with what Google said, and goes on where they wanted to', async () => {
    const clean = vi.spyOn(window.history, 'replaceState');
    await goToGoogle('/chats/abc');
    expect(prepareGoogleVisit).toHaveBeenCalledWith('https://app.example/google');
    expect(assign).toHaveBeenCalledWith('https://google.example/');
    expect(await returnFromGoogle()).toBe('/chats/abc');
    expect(readGoogleAnswer).toHaveBeenCalledWith('https://app.example/google#id_token=x', 's1');
    expect(signInWithCredential).toHaveBeenCalledWith('auth', 'a credential');
    expect(clean).toHaveBeenCalledWith(null, '', '/google');
  });

  it('is signed in once, however often the page is drawn', async () => {
    await goToGoogle(undefined);
    await Promise.all([returnFromGoogle(), returnFromGoogle()]);
    expect(signInWithCredential).toHaveBeenCalledTimes(1);
  });
});

it('signs nobody in by a link: an answer that this tab never asked for is not even read', async () => {
  await expect(returnFromGoogle()).rejects.toMatchObject({ code: 'cancelled' });
  expect(readGoogleAnswer).not.toHaveBeenCalled();
  expect(signInWithCredential).not.toHaveBeenCalled();
});
