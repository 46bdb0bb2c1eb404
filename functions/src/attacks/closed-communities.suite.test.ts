import { randomUUID } from 'node:crypto';
import { codeTries, newCodesPerDay } from '@sameboat/model/access-code';
import { communityMemberPath } from '@sameboat/model/community-member';
import { beforeAll, describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { type Caller, callFunction, signInAsGuest, signUp } from '../data/suite-caller.fixture.ts';
import { openCommunity, suiteFirestore } from '../data/suite-chat.fixture.ts';
import { openPerson } from '../data/suite-person.fixture.ts';

const firestore = suiteFirestore();
const person = async () => (await openPerson()).caller;
/** Each from an address of its own, as the people of a test share one machine. */
const call = (name: string, data: unknown, caller: Caller | null) =>
  callFunction(name, data, caller, { 'x-forwarded-for': `address-${randomUUID()}` });
const renew = (caller: Caller | null, communityId: string) =>
  call('renewAccessCode', { communityId }, caller);

let founder: Caller;
let harbour: string;
let code: string;
beforeAll(async () => {
  founder = await person();
  harbour = await openCommunity(firestore, founder.uid);
  await firestore.doc(`communities/${harbour}`).update({ visibility: 'closed' });
  code = ((await renew(founder, harbour)).result as { code: string }).code;
});

const enter = (caller: Caller | null, tried = code) =>
  call('joinClosedCommunity', { communityId: harbour, code: tried, join: { listed: false } }, caller);
const isMember = async ({ uid }: Caller) =>
  (await firestore.doc(communityMemberPath(harbour, uid)).get()).exists;

describe('a closed community is not entered', () => {
  it('without a sign-in, by a guest, and without a profile', async () => {
    expect((await enter(null)).error?.status).toBe('UNAUTHENTICATED');
    expect((await enter(await signInAsGuest())).error?.status).toBe('PERMISSION_DENIED');
    expect((await enter(await signUp())).error?.status).toBe('FAILED_PRECONDITION');
  });

  it('by somebody who is banned, or with the token of a sign-in that was ended', async () => {
    const [banned, ended] = await Promise.all([person(), person()]);
    await Promise.all([ban(banned), endSignIn(ended)]);
    for (const caller of [banned, ended]) {
      expect((await enter(caller)).error?.status).toBe('PERMISSION_DENIED');
      expect(await isMember(caller)).toBe(false);
    }
  });

  it.each<readonly [string, unknown]>([
    ...wrongInputs,
    ['nothing', null],
    ['a path for a community', { communityId: '../users/ada', code: '00000-00000', join: null }],
    ['a number for a code', { communityId: 'harbour', code: 7, join: null }],
    ['a role', { communityId: 'harbour', code: '00000-00000', join: { listed: true, role: 'founder' } }],
    ['somebody else', { communityId: 'harbour', code: '00000-00000', join: null, uid: 'ada' }],
  ])('with another input: %s', async (_what, data) => {
    const answer = await call('joinClosedCommunity', data, await person());
    expect(answer.error?.status).toBe('INVALID_ARGUMENT');
  });

  it('by guessing: of many tries at once five are looked at, and the right one after them is not', async () => {
    const eve = await person();
    const answers = await Promise.all(Array.from({ length: 12 }, () => enter(eve, '00000-00000')));
    const statuses = answers.map(({ error }) => error?.status);
    expect(statuses.filter((status) => status === 'NOT_FOUND')).toHaveLength(codeTries.count);
    expect(statuses.filter((status) => status === 'RESOURCE_EXHAUSTED')).toHaveLength(12 - codeTries.count);
    expect((await enter(eve)).error?.status).toBe('RESOURCE_EXHAUSTED');
    expect(await isMember(eve)).toBe(false);
  });
});

describe('no new access code is made', () => {
  it('by anybody but the founder, or for an open community', async () => {
    const open = await openCommunity(firestore, founder.uid);
    expect((await renew(null, harbour)).error?.status).toBe('UNAUTHENTICATED');
    for (const caller of [await signInAsGuest(), await signUp(), await person()])
      expect((await renew(caller, harbour)).error?.status).toBe('PERMISSION_DENIED');
    expect((await renew(founder, open)).error?.status).toBe('FAILED_PRECONDITION');
    expect((await enter(await person())).status).toBe(200);
  });

  it('by a founder who is banned or whose sign-in was ended', async () => {
    for (const stop of [ban, endSignIn]) {
      const fay = await person();
      const id = await openCommunity(firestore, fay.uid);
      await firestore.doc(`communities/${id}`).update({ visibility: 'closed' });
      await stop(fay);
      expect((await renew(fay, id)).error?.status).toBe('PERMISSION_DENIED');
    }
  });

  it.each<readonly [string, unknown]>([
    ...wrongInputs,
    ['nothing', null],
    ['a code of their own', { communityId: 'a', code: 'AAAAA-AAAAA' }],
  ])('with another input: %s', async (_what, data) => {
    expect((await call('renewAccessCode', data, founder)).error?.status).toBe('INVALID_ARGUMENT');
  });

  it('more often than a day allows, also when many are asked for at once', async () => {
    const fay = await person();
    const id = await openCommunity(firestore, fay.uid);
    await firestore.doc(`communities/${id}`).update({ visibility: 'closed' });
    const answers = await Promise.all(Array.from({ length: newCodesPerDay + 3 }, () => renew(fay, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(newCodesPerDay);
  });
});
