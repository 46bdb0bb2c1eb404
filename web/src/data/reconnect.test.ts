import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommitError, commit } from '../firebase/commit.ts';
import { reconnectFirestore } from '../firebase/firestore.ts';
import { connection } from './connection.ts';
import { GONE_MS } from './connection-store.ts';
import { reconnect } from './reconnect.ts';

vi.mock('../firebase/commit.ts', async (original) => ({ ...(await original<object>()), commit: vi.fn() }));
vi.mock('../firebase/firestore.ts', () => ({ reconnectFirestore: vi.fn() }));

beforeEach(() => {
  vi.useFakeTimers();
  connection.noteAnswer();
  vi.mocked(reconnectFirestore).mockReset();
  vi.mocked(commit).mockReset().mockResolvedValue();
  connection.expectAnswer();
  vi.advanceTimersByTime(GONE_MS);
  expect(connection.read()).toBe('offline');
});
afterEach(() => {
  connection.noteAnswer();
  vi.useRealTimers();
});

it.each([
  ['takes the question', () => Promise.resolve()],
  ['refuses it', () => Promise.reject(new CommitError('permission-denied'))],
])(
  'makes the SDK reconnect when the server answers but the SDK hears nothing: the server %s',
  async (_how, answer) => {
    vi.mocked(commit).mockImplementation(answer);
    await reconnect();
    expect(commit).toHaveBeenCalledWith([]);
    expect(reconnectFirestore).toHaveBeenCalledTimes(1);
  },
);

it('leaves the SDK alone when nothing answers: its own attempt may only be slow', async () => {
  vi.mocked(commit).mockRejectedValue(new CommitError('deadline-exceeded'));
  await reconnect();
  expect(reconnectFirestore).not.toHaveBeenCalled();
});

it('leaves the SDK alone when it has been answered in the meantime', async () => {
  vi.mocked(commit).mockImplementation(async () => connection.noteAnswer());
  await reconnect();
  expect(reconnectFirestore).not.toHaveBeenCalled();
});
