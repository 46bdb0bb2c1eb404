import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetFirestore } from '../../firebase/firestore.ts';
import { clearShelf } from '../pictures/picture-shelf.ts';
import { forgetDevice } from './forget-device.ts';

vi.mock('../../firebase/firestore.ts', () => ({ forgetFirestore: vi.fn() }));
vi.mock('../pictures/picture-shelf.ts', () => ({ clearShelf: vi.fn(async () => {}) }));

const keys = () => Object.keys(localStorage).sort();

/** A deletion that the test finishes by hand. */
function slowDeletion() {
  let finish: () => void = () => {};
  vi.mocked(forgetFirestore).mockReturnValue(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  return () => finish();
}

beforeEach(() => {
  vi.mocked(forgetFirestore).mockReset().mockResolvedValue();
  localStorage.clear();
  localStorage.setItem('sameboat.session', 'ada');
  localStorage.setItem('sameboat.draft.ada.c', 'half a sentence');
  localStorage.setItem('sameboat.outbox.ada.c.m', '{"text":"never sent"}');
  localStorage.setItem('firestore_targets', 'x');
  sessionStorage.setItem('anything', 'x');
});
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

describe('clearing the device', () => {
  it('removes everything the app stored, and nothing else', async () => {
    localStorage.setItem('color-scheme', 'dark');
    await forgetDevice();
    expect(keys()).toEqual(['color-scheme']);
    expect(sessionStorage).toHaveLength(0);
    expect(forgetFirestore).toHaveBeenCalledTimes(1);
    expect(clearShelf).toHaveBeenCalledTimes(1);
  });

  it('removes texts at once, and the hint only when everything else is gone', async () => {
    const finish = slowDeletion();
    const forgotten = forgetDevice();
    expect(keys()).toEqual(['firestore_targets', 'sameboat.session']);
    await vi.waitFor(() => expect(forgetFirestore).toHaveBeenCalled());
    finish();
    await forgotten;
    expect(keys()).toEqual([]);
  });

  it('leaves the hint when the database cannot be deleted, so that the next start tries again', async () => {
    vi.mocked(forgetFirestore).mockRejectedValueOnce(new Error('another tab'));
    await forgetDevice();
    expect(keys()).toEqual(['firestore_targets', 'sameboat.session']);
    await forgetDevice();
    expect(keys()).toEqual([]);
  });

  it('leaves the hint when unsent pictures cannot be removed', async () => {
    vi.mocked(clearShelf).mockRejectedValueOnce(new Error('no answer'));
    await forgetDevice();
    expect(keys()).toContain('sameboat.session');
  });

  it('does not wait for a sleeping tab, and leaves the hint until that tab has closed the database', async () => {
    vi.useFakeTimers();
    const finish = slowDeletion();
    const forgotten = forgetDevice();
    await vi.advanceTimersByTimeAsync(3_000);
    await forgotten;
    expect(keys()).toContain('sameboat.session');
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(keys()).toEqual([]);
  });

  it('does not touch somebody who signed in while the deletion was still running', async () => {
    vi.useFakeTimers();
    const finish = slowDeletion();
    const forgotten = forgetDevice();
    await vi.advanceTimersByTimeAsync(3_000);
    await forgotten;
    localStorage.setItem('sameboat.session', 'ben');
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(localStorage.getItem('sameboat.session')).toBe('ben');
  });
});
