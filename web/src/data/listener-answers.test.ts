import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connection, expectAnswerOf } from './connection.ts';
import { GONE_MS } from './connection-store.ts';
import { DataError } from './data-error.ts';
import { expectListenerAnswers } from './listener-answers.ts';

type Metadata = Parameters<ReturnType<typeof expectListenerAnswers>['next']>[0];
const metadata = (fromCache: boolean, hasPendingWrites = false) =>
  ({ fromCache, hasPendingWrites }) as Metadata;

beforeEach(() => {
  vi.useFakeTimers();
  connection.setReconnect(() => {});
  connection.noteAnswer();
});
afterEach(() => {
  connection.noteAnswer();
  vi.useRealTimers();
});

describe('a listener', () => {
  it('expects an answer from its start until the first one of the server', () => {
    const answers = expectListenerAnswers();
    answers.next(metadata(true));
    vi.advanceTimersByTime(GONE_MS);
    expect(connection.read()).toBe('offline');
    answers.next(metadata(false));
    expect(connection.read()).toBe('online');
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(connection.read()).toBe('online');
    answers.stop();
  });

  it('expects another answer when the SDK falls back to its cache', () => {
    const answers = expectListenerAnswers();
    answers.next(metadata(false));
    answers.next(metadata(true));
    answers.next(metadata(true));
    vi.advanceTimersByTime(GONE_MS);
    expect(connection.read()).toBe('offline');
    answers.stop();
    expect(connection.read()).toBe('online');
  });

  it('does not take the local echo of a write for an answer', () => {
    const answers = expectListenerAnswers();
    answers.next(metadata(false));
    const other = connection.expectAnswer();
    vi.advanceTimersByTime(GONE_MS);
    answers.next(metadata(false, true));
    expect(connection.read()).toBe('offline');
    answers.next(metadata(false));
    expect(connection.read()).toBe('online');
    other.dropped();
    answers.stop();
  });

  it('takes a refusal for an answer, but not a failed connection', () => {
    const refused = expectListenerAnswers();
    refused.error({ code: 'permission-denied' });
    vi.advanceTimersByTime(GONE_MS);
    expect(connection.read()).toBe('online');
    expectListenerAnswers().error({ code: 'unavailable' });
    vi.advanceTimersByTime(GONE_MS);
    expect(connection.read()).toBe('offline');
  });
});

describe('a request', () => {
  it('counts as answered when it resolves or is refused, and passes its outcome on', async () => {
    await expect(expectAnswerOf(Promise.resolve('yes'))).resolves.toBe('yes');
    const refusal = new DataError('not-allowed');
    await expect(expectAnswerOf(Promise.reject(refusal))).rejects.toBe(refusal);
    await vi.advanceTimersByTimeAsync(GONE_MS);
    expect(connection.read()).toBe('online');
  });

  it('does not count as answered when the server was not reached', async () => {
    await expect(expectAnswerOf(Promise.reject(new DataError('offline')))).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(GONE_MS);
    expect(connection.read()).toBe('offline');
  });
});
