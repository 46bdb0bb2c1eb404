import { describe, expect, it } from 'vitest';
import { DataError, errorSentence, toDataError } from './data-error.ts';

describe('an error', () => {
  it.each([
    ['permission-denied', 'not-allowed'],
    ['firestore/unavailable', 'offline'],
    ['deadline-exceeded', 'offline'],
    ['resource-exhausted', 'busy'],
    ['unauthenticated', 'signed-out'],
    ['storage/object-not-found', 'not-found'],
    ['storage/unauthorized', 'not-allowed'],
    ['storage/retry-limit-exceeded', 'offline'],
    ['something-new', 'unknown'],
  ])('with the SDK’s code %s is ours of code %s, with a sentence that helps', (code, ours) => {
    const error = toDataError(Object.assign(new Error('words for developers'), { code }));
    expect(error.code).toBe(ours);
    expect(errorSentence(error)).toMatch(/^[A-Z].*\.$/);
    expect(errorSentence(error)).not.toContain('developers');
  });

  it('stays what it is when it is ours already', () => {
    const error = new DataError('name-taken');
    expect(toDataError(error)).toBe(error);
  });

  it('is made of anything that can be thrown', () => {
    for (const thrown of ['text', null, undefined, 3, {}]) expect(toDataError(thrown).code).toBe('unknown');
  });
});
