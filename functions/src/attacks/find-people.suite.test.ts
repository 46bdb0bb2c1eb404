import { findPeoplePacePath, peopleSearchesPerHour } from '@sameboat/model/find-people';
import { describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { type Caller, callFunction, signInAsGuest, signUp } from '../data/suite-caller.fixture.ts';
import { suiteFirestore } from '../data/suite-chat.fixture.ts';
import { openPerson } from '../data/suite-person.fixture.ts';

const wanted = { topics: ['grief'], near: null, cursor: null };
const search = (caller: Caller | null, data: unknown = wanted) => callFunction('findPeople', data, caller);
const person = async () => (await openPerson()).caller;

describe('looking for people is refused', () => {
  it('without a sign-in, with a token that is none, to a guest, and without a profile', async () => {
    expect((await search(null)).error?.status).toBe('UNAUTHENTICATED');
    expect((await search({ uid: 'ada', token: 'not a token' })).status).not.toBe(200);
    expect((await search(await signInAsGuest())).error?.status).toBe('PERMISSION_DENIED');
    expect((await search(await signUp())).error?.status).toBe('FAILED_PRECONDITION');
  });

  it('to somebody who is banned, and with the token of a sign-in that was ended', async () => {
    const [banned, ended] = await Promise.all([person(), person()]);
    await Promise.all([ban(banned), endSignIn(ended)]);
    expect((await search(banned)).error?.status).toBe('PERMISSION_DENIED');
    expect((await search(ended)).error?.status).toBe('PERMISSION_DENIED');
  });

  it.each<readonly [string, unknown]>([
    ...wrongInputs,
    ['nothing', null],
    ['neither topic nor place', { ...wanted, topics: [] }],
    ['a topic of its own', { ...wanted, topics: ['loud neighbours'] }],
    ['a distance finer than ten kilometres', { ...wanted, near: { geohash: 'u33db', withinKm: 5 } }],
    ['a finer place', { ...wanted, near: { geohash: 'u33dbc', withinKm: 50 } }],
    ['half the earth', { ...wanted, near: { geohash: 'u33db', withinKm: 5_000 } }],
    ['another field', { ...wanted, uid: 'ada' }],
    ['a page of their own', { ...wanted, limit: 1_000 }],
  ])('with another input: %s', async (_what, input) => {
    expect((await search(await person(), input)).error?.status).toBe('INVALID_ARGUMENT');
  });

  it('with a made-up cursor, or answers no more than without one', async () => {
    const ada = await person();
    for (const cursor of ['x', '../users/ada', Buffer.from('{"after":"ada"}').toString('base64url')]) {
      const { status, result } = await search(ada, { ...wanted, cursor });
      if (status === 200) expect(result).toMatchObject({ people: expect.any(Array) });
      else expect(status).toBe(400);
    }
  });

  it('after as many searches as one can make in an hour, also when many are sent at once', async () => {
    const ada = await person();
    const counter = suiteFirestore().doc(findPeoplePacePath(ada.uid));
    const left = 3;
    await counter.set({ since: new Date(), count: peopleSearchesPerHour - left, id: ada.uid });
    const answers = await Promise.all(Array.from({ length: 9 }, () => search(ada)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(left);
    await counter.set({ since: new Date(Date.now() - 3_600_000), count: peopleSearchesPerHour, id: ada.uid });
    expect((await search(ada)).status).toBe(200);
    expect((await counter.get()).get('count')).toBe(1);
  });
});
