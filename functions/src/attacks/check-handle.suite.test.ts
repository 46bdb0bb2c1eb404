import { randomUUID } from 'node:crypto';
import { badHandles } from '@sameboat/model/fixtures/handle';
import { handlePattern } from '@sameboat/model/handle';
import { fromRe2 } from '@sameboat/model/text-pattern';
import { expect, it } from 'vitest';
import { ban, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { callFunction, signInAsGuest, signUp } from '../data/suite-caller.fixture.ts';
import { suiteFirestore } from '../data/suite-chat.fixture.ts';

const address = () => ({ 'x-forwarded-for': randomUUID() });
const freshHandle = () => `a${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const check = (data: unknown, headers: Readonly<Record<string, string>> = address()) =>
  callFunction('checkHandle', data, null, headers);

const isWellFormed = (handle: string) => fromRe2(handlePattern).test(handle);

it.each([
  ...Object.entries(badHandles).filter(([, handle]) => !isWellFormed(handle)),
  ['a path', '../users/ada'],
  ['a number', 7],
  ['a list', ['ada']],
  ['nothing', null],
])('a handle that is none is refused: %s', async (_what, handle) => {
  expect((await check({ handle })).error).toMatchObject({ status: 'INVALID_ARGUMENT' });
});

it.each(wrongInputs)('an input of another shape is refused: %s', async (_what, data) => {
  expect((await check(data)).error).toMatchObject({ status: 'INVALID_ARGUMENT' });
});

it('a field more is refused, and never answered with whose handle it is', async () => {
  const handle = freshHandle();
  await suiteFirestore().doc(`handles/${handle}`).set({ uid: 'ada' });
  expect((await check({ handle, uid: 'ada' })).error).toMatchObject({ status: 'INVALID_ARGUMENT' });
  expect(JSON.stringify(await check({ handle }))).not.toContain('ada');
});

it('who asks makes no difference: nobody, a guest, somebody banned', async () => {
  const [guest, banned] = await Promise.all([signInAsGuest(), signUp()]);
  await ban(banned);
  for (const caller of [null, guest, banned]) {
    const answer = await callFunction('checkHandle', { handle: freshHandle() }, caller, address());
    expect(answer).toEqual({ status: 200, result: { free: true } });
  }
});

it('a flood from one address ends after sixty calls a minute, whatever the caller writes before it', async () => {
  const from = randomUUID();
  // A minute may end in between; two minutes never allow more than this.
  const atMost = 121;
  let allowed = 0;
  let last = await check({ handle: freshHandle() }, { 'x-forwarded-for': `203.0.113.0, ${from}` });
  while (last.status === 200 && allowed < atMost) {
    allowed += 1;
    last = await check({ handle: freshHandle() }, { 'x-forwarded-for': `203.0.113.${allowed}, ${from}` });
  }
  expect(last.error?.status).toBe('RESOURCE_EXHAUSTED');
  expect(allowed).toBeGreaterThanOrEqual(60);
  expect((await check({ handle: freshHandle() })).status).toBe(200);
});
