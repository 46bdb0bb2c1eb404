import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { badHandles, goodHandles } from '../fixtures/handle.ts';
import { handlePattern, handleSchema } from './handle.ts';
import { reservedHandle } from './text-reserved.ts';

/** The verdict of the security rules, with RE2. */
const re2 = (handle: string) =>
  RE2JS.matches(handlePattern, handle) && !RE2JS.matches(reservedHandle, handle);

describe('a handle', () => {
  it.each(goodHandles)('can be %s for JavaScript and for RE2', (handle) => {
    expect(handleSchema.safeParse(handle).success).toBe(true);
    expect(re2(handle)).toBe(true);
  });

  it.each(Object.entries(badHandles))('cannot be %s for JavaScript or for RE2', (_what, handle) => {
    expect(handleSchema.safeParse(handle).success).toBe(false);
    expect(re2(handle)).toBe(false);
  });
});
