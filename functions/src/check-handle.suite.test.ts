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
});
