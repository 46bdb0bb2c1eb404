import { randomUUID } from 'node:crypto';
import { joiningMember } from '@sameboat/model/community-member';
import { knownPlace } from '@sameboat/model/place-list';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import { FieldValue } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { openCommunity, suiteFirestore, waitFor } from './data/suite-chat.fixture.ts';

const berlin = knownPlace('berlin-de');
const words = { ...berlin, name: 'Call me tonight', region: 'at this number', geohash: 'zzzzz' };

describe('a place', () => {
  it('says what the list says, wherever it is written', async () => {
    const firestore = suiteFirestore();
    const community = firestore.doc(`communities/${await openCommunity(firestore, 'founder')}`);
    const uid = `ada-${randomUUID().slice(0, 8)}`;
    const person = firestore.doc(`people/${uid}`);
    const profile = firestore.doc(`users/${uid}/private/profile`);
    const member = firestore.doc(`${community.path}/members/${uid}`);
    await Promise.all([
      community.update({ place: words }),
      person.set({ handle: 'ada', place: words }),
      member.set({
        ...joiningMember(uid, FieldValue.serverTimestamp()),
        shows: { bio: 'Hello', place: words },
      }),
      profile.set({ ...newPrivateProfile(FieldValue.serverTimestamp()), place: words }),
    ]);
    for (const document of [community, person, profile]) {
      const data = await waitFor(
        document,
        'the name of the list',
        (fields) => fields?.place?.name === 'Berlin',
      );
      expect(data?.place).toEqual(berlin);
    }
    const shown = await waitFor(
      member,
      'the name of the list in what is shown',
      (fields) => fields?.shows.place?.name === 'Berlin',
    );
    expect(shown?.shows).toEqual({ bio: 'Hello', place: berlin });
  });

  it('that is not on the list is taken away, and nothing else with it', async () => {
    const person = suiteFirestore().doc(`people/ada-${randomUUID().slice(0, 8)}`);
    await person.set({ handle: 'ada', place: { ...words, id: 'my-own-street' } });
    const data = await waitFor(person, 'no place', (fields) => fields?.place === null);
    expect(data).toEqual({ handle: 'ada', place: null });

    const member = suiteFirestore().doc(`communities/${randomUUID().slice(0, 8)}/members/ada`);
    await member.set({ shows: { bio: 'Hello', place: { ...words, id: 'my-own-street' } } });
    const shown = await waitFor(member, 'no shown place', (fields) => fields?.shows.place === undefined);
    expect(shown).toEqual({ shows: { bio: 'Hello' } });
  });
});
