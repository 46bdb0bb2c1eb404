import { randomUUID } from 'node:crypto';
import { badHandles } from '@sameboat/model/fixtures/handle';
import { handlePattern } from '@sameboat/model/handle';
import { fromRe2 } from '@sameboat/model/text-pattern';
import { describe, expect, it } from 'vitest';
import { callFunction } from './data/suite-caller.fixture.ts';
import { suiteFirestore } from './data/suite-chat.fixture.ts';

const address = () => ({
  'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 256)}, ${randomUUID()}`,
});
const check = (handle: unknown, headers: Readonly<Record<string, string>> = address()) =>
  callFunction('checkHandle', { handle }, null, headers);

const freshHandle = () => `a${randomUUID().replaceAll('-', '').slice(0, 12)}`;

describe('asking for a handle before there is an account', () => {
  it('tells whether somebody has it, and nothing else', async () => {
    const handle = freshHandle();
    expect(await check(handle)).toEqual({ status: 200, result: { free: true } });
    await suiteFirestore().doc(`handles/${handle}`).set({ uid: 'ada' });
    expect(await check(handle)).toEqual({ status: 200, result: { free: false } });
  });

  const isWellFormed = (handle: string) => fromRe2(handlePattern).test(handle);

  it('tells of a reserved handle that it is not free', async () => {
    const reserved = Object.values(badHandles).filter(isWellFormed);
    expect(reserved.length).toBeGreaterThan(20);
    for (const handle of reserved)
      expect(await check(handle), handle).toEqual({ status: 200, result: { free: false } });
  });

  it.each([
    ...Object.entries(badHandles).filter(([, handle]) => !isWellFormed(handle)),
    ['a path', '../users/ada'],
    ['a number', 7],
    ['nothing', null],
  ])('is refused with %s', async (_what, handle) => {
    expect((await check(handle)).error).toMatchObject({ status: 'INVALID_ARGUMENT' });
  });

  it('is refused after sixty calls a minute from one address, whatever the caller writes before it', async () => {
    const from = randomUUID();
    // A minute may end in between; two minutes never allow more than this.
    const atMost = 121;
    let allowed = 0;
    let last = await check(freshHandle(), { 'x-forwarded-for': `203.0.113.0, ${from}` });
    while (last.status === 200 && allowed < atMost) {
      allowed += 1;
      last = await check(freshHandle(), { 'x-forwarded-for': `203.0.113.${allowed}, ${from}` });
    }
    expect(last.error?.status).toBe('RESOURCE_EXHAUSTED');
    expect(allowed).toBeGreaterThanOrEqual(60);
    expect((await check(freshHandle())).status).toBe(200);
  });
});
