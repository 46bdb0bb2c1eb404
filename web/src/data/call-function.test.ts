import { describe, expect, it, vi } from 'vitest';
import { callFunction } from './call-function.ts';

const call = vi.hoisted(() => vi.fn());
vi.mock('firebase/functions', () => ({ httpsCallable: () => call }));
vi.mock('../firebase/functions.ts', () => ({ functions: () => ({}) }));

const answer = { parse: (value: unknown) => String(value) };
const refusals = { 'not-found': 'wrong-code', 'too-many-tries': 'too-many-tries' } as const;
const ask = () => callFunction('open', {}, { answer, refusals });

const refuse = (code: string, details?: object) =>
  call.mockRejectedValueOnce(Object.assign(new Error(code), { code: `functions/${code}`, details }));

describe('a call of a function', () => {
  it('answers what the function did, read by its schema', async () => {
    call.mockResolvedValueOnce({ data: 7 });
    expect(await ask()).toBe('7');
  });

  it('turns a refusal into what it means here, by its reason first', async () => {
    refuse('not-found');
    await expect(ask()).rejects.toMatchObject({ code: 'wrong-code' });
    refuse('resource-exhausted', { reason: 'too-many-tries' });
    await expect(ask()).rejects.toMatchObject({ code: 'too-many-tries' });
    refuse('resource-exhausted');
    await expect(ask()).rejects.toMatchObject({ code: 'busy' });
    refuse('permission-denied');
    await expect(ask()).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
