import { getDocFromServer } from 'firebase/firestore';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commitNow } from '../commit-now.ts';
import { commitPaced } from '../commit-paced.ts';
import { DataError } from '../data-error.ts';
import { changeDisplayName, changeHandle } from './change-names.ts';

vi.mock('firebase/firestore', () => ({
  doc: (_database: unknown, path: string) => path,
  getDocFromServer: vi.fn(),
}));
vi.mock('../../firebase/firestore.ts', () => ({ firestore: () => 'firestore' }));
vi.mock('../../firebase/encode-value.ts', () => ({ serverTime: 'now' }));
vi.mock('../commit-now.ts', () => ({ commitNow: vi.fn() }));
vi.mock('../commit-paced.ts', () => ({ commitPaced: vi.fn() }));

let stored: Record<string, Record<string, unknown>>;
beforeEach(() => {
  stored = { 'handles/mira': { uid: 'u1' } };
  vi.mocked(getDocFromServer).mockImplementation((async (path: string) => ({
    exists: () => path in stored,
    data: () => stored[path],
    get: (field: string) => stored[path]?.[field],
  })) as never);
  vi.mocked(commitNow).mockReset().mockResolvedValue();
  vi.mocked(commitPaced).mockReset().mockResolvedValue();
});

const change = () => changeHandle({ uid: 'u1', from: 'mira', to: 'lake' });
const whole = [
  { update: 'users/u1', data: { handle: 'lake', updatedAt: 'now' } },
  { set: 'handles/lake', data: { uid: 'u1' } },
  { delete: 'handles/mira' },
];

describe('a new handle', () => {
  it('is claimed and the old one freed in one commit, which is counted', async () => {
    await change();
    expect(commitPaced).toHaveBeenCalledWith({ uid: 'u1', act: 'handle', id: 'lake' }, whole);
  });

  it('takes the search listing along, if there is one', async () => {
    stored['people/u1'] = { lastActiveAt: 'yesterday' };
    await change();
    const listing = { handle: 'lake', lastActiveAt: 'now', updatedAt: 'now' };
    expect(commitPaced).toHaveBeenCalledWith(expect.anything(), [
      ...whole,
      { update: 'people/u1', data: listing },
    ]);
  });

  it('is not asked for when somebody has it', async () => {
    stored['handles/lake'] = { uid: 'u2' };
    await expect(change()).rejects.toMatchObject({ code: 'name-taken' });
    expect(commitPaced).not.toHaveBeenCalled();
  });

  it.each(['not-allowed', 'too-often'] as const)(
    'is taken when the race for it was lost (%s)',
    async (code) => {
      vi.mocked(commitPaced).mockImplementation(async () => {
        stored['handles/lake'] = { uid: 'u2' };
        throw new DataError(code);
      });
      await expect(change()).rejects.toMatchObject({ code: 'name-taken' });
    },
  );

  it('is mine when only the answer was lost, and refused as told when nobody has it', async () => {
    vi.mocked(commitPaced).mockRejectedValueOnce(new DataError('too-often'));
    await expect(change()).rejects.toMatchObject({ code: 'too-often' });
    vi.mocked(commitPaced).mockImplementation(async () => {
      stored['handles/lake'] = { uid: 'u1' };
      throw new DataError('offline');
    });
    await expect(change()).resolves.toBeUndefined();
  });
});

it('a new display name leaves a listing that is never active as it is otherwise', async () => {
  stored['people/u1'] = { lastActiveAt: null };
  await changeDisplayName('u1', 'Mira');
  expect(commitNow).toHaveBeenCalledWith([
    { update: 'users/u1', data: { displayName: 'Mira', updatedAt: 'now' } },
    { update: 'people/u1', data: { displayName: 'Mira', lastActiveAt: null, updatedAt: 'now' } },
  ]);
});
