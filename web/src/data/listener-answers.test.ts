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
  it('is owed an answer from its start, and is content with the first one of the server', () => {
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

  it('is owed another one when the SDK falls back to the cache', () => {
    const answers = expectListenerAnswers();
    answers.next(metadata(false));
    answers.next(metadata(true));
    answers.next(metadata(true));
    vi.advanceTimersByTime(GONE_MS);
    expect(connection.read()).toBe('offline');
    answers.stop();
    expect(connection.read()).toBe('online');
  });

  it('proves nothing by showing what was written here, and something by anything else', () => {
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

  it('was answered when it is refused, and was not when nobody was reached', () => {
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
  it('was answered when it resolves or is refused, and its outcome is passed on', async () => {
    await expect(expectAnswerOf(Promise.resolve('yes'))).resolves.toBe('yes');
    const refusal = new DataError('not-allowed');
    await expect(expectAnswerOf(Promise.reject(refusal))).rejects.toBe(refusal);
    await vi.advanceTimersByTimeAsync(GONE_MS);
    expect(connection.read()).toBe('online');
  });

  it('was not answered when nobody was reached', async () => {
    await expect(expectAnswerOf(Promise.reject(new DataError('offline')))).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(GONE_MS);
    expect(connection.read()).toBe('offline');
  });
});
