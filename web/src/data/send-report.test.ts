import { beforeEach, expect, it, vi } from 'vitest';
import { commitPaced } from './commit-paced.ts';
import { DataError } from './data-error.ts';
import { sendReport } from './send-report.ts';

const stored = vi.hoisted(() => ({ report: false }));
vi.mock('./commit-paced.ts', () => ({ commitPaced: vi.fn() }));
vi.mock('../firebase/firestore.ts', () => ({ firestore: () => ({}) }));
vi.mock('firebase/firestore', () => ({
  collection: () => ({}),
  doc: () => ({ id: 'r1' }),
  getDocFromServer: async () => ({ exists: () => stored.report }),
}));

const report = { id: 'r1', kind: 'person', path: 'users/ben', reason: 'spam', note: '' } as const;

beforeEach(() => {
  vi.mocked(commitPaced).mockReset().mockResolvedValue();
  stored.report = false;
});

it('is written once under its id, with its counter', async () => {
  await sendReport('ada', report);
  expect(commitPaced).toHaveBeenCalledWith({ uid: 'ada', act: 'report', id: 'r1' }, [
    expect.objectContaining({ set: 'reports/r1' }),
  ]);
});

it('has arrived when it is there already: the answer to the first try was lost', async () => {
  vi.mocked(commitPaced).mockRejectedValue(new DataError('not-allowed'));
  stored.report = true;
  await expect(sendReport('ada', report)).resolves.toBeUndefined();
});

it.each(['not-allowed', 'too-often', 'offline'] as const)(
  'has not arrived when it is refused as %s',
  async (code) => {
    vi.mocked(commitPaced).mockRejectedValue(new DataError(code));
    await expect(sendReport('ada', report)).rejects.toThrow(code);
  },
);
