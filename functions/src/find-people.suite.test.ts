import { randomUUID } from 'node:crypto';
import { peoplePage } from '@sameboat/model/find-people';
import type { Place } from '@sameboat/model/place';
import { knownPlace } from '@sameboat/model/place-list';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { type Caller, callFunction } from './data/suite-caller.fixture.ts';
import { suiteFirestore } from './data/suite-chat.fixture.ts';
import { openPerson } from './data/suite-person.fixture.ts';

/** A town for each test: what others list there is not found. */
const towns = ['perth-au', 'manaus-br', 'darwin-au', 'hobart-au', 'halifax-ca'].map(knownPlace);
function freshPlace(): Place {
  const place = towns.pop();
  if (!place) throw new Error('there are no more towns');
  return place;
}

/** Lists somebody, and resolves to their uid. */
async function list(
  place: Place | null,
  topics: readonly string[] = ['grief'],
  updatedAt: FieldValue | Timestamp = FieldValue.serverTimestamp(),
): Promise<string> {
  const uid = `p${randomUUID().replaceAll('-', '').slice(0, 19)}`;
  await suiteFirestore()
    .doc(`people/${uid}`)
    .set({
      handle: uid.slice(0, 10),
      displayName: 'Ben',
      avatar: null,
      topics,
      place,
      lastActiveAt: null,
      updatedAt,
    });
  return uid;
}

const person = async () => (await openPerson()).caller;
const near = ({ geohash }: Place, withinKm = 50) => ({ geohash, withinKm });
const search = (caller: Caller | null, input: object) =>
  callFunction('findPeople', { topics: [], near: null, cursor: null, ...input }, caller);

interface Found {
  readonly people: readonly { uid: string; km: number | null }[];
  readonly next: string | null;
}
async function found(caller: Caller, input: object): Promise<Found> {
  const answer = await search(caller, input);
  expect(answer).toMatchObject({ status: 200 });
  return answer.result as Found;
}
const uidsOf = ({ people }: Found) => people.map(({ uid }) => uid);

describe('looking for people', () => {
  it('finds by topic and place who is listed there, tells a coarse distance, and leaves out the rest', async () => {
    const place = freshPlace();
    const [ada, grieving] = await Promise.all([person(), list(place), list(place, ['sleep']), list(null)]);
    expect(await found(ada, { topics: ['grief', 'ocd'], near: near(place) })).toEqual({
      people: [expect.objectContaining({ uid: grieving, km: 10, place, topics: ['grief'] })],
      next: null,
    });
  });

  it('leaves out people across a block, whoever blocked, and banned people, as if they were not listed', async () => {
    const place = freshPlace();
    const ada = await person();
    const [shown, mine, theirs, banned, unbanned] = await Promise.all(
      Array.from({ length: 5 }, () => list(place)),
    );
    const firestore = suiteFirestore();
    const at = Timestamp.now();
    const sanction = { denied: [], reason: '', by: 'sam', at, validAfter: null, kind: 'staff', banned: true };
    await Promise.all([
      firestore.doc(`users/${ada.uid}/blocks/${mine}`).set({ since: at }),
      firestore.doc(`users/${theirs}/blocks/${ada.uid}`).set({ since: at }),
      firestore.doc(`sanctions/${banned}`).set({ ...sanction, until: null }),
      firestore.doc(`sanctions/${unbanned}`).set({ ...sanction, until: Timestamp.fromMillis(1) }),
    ]);
    const answer = await found(ada, { near: near(place) });
    expect(new Set(uidsOf(answer))).toEqual(new Set([shown, unbanned]));
    expect(answer.next).toBeNull();
  });

  it.each([
    ['by place', (place: Place) => ({ near: near(place) })],
    ['by topic and place', (place: Place) => ({ topics: ['grief'], near: near(place) })],
  ])('goes page by page %s', async (_how, toInput) => {
    const place = freshPlace();
    const ada = await person();
    const listed = await Promise.all(Array.from({ length: peoplePage + 3 }, () => list(place)));
    const first = await found(ada, toInput(place));
    expect(first.people).toHaveLength(peoplePage);
    const second = await found(ada, { ...toInput(place), cursor: first.next });
    expect(second.next).toBeNull();
    expect([...uidsOf(first), ...uidsOf(second)].sort()).toEqual(listed.toSorted());
  });

  it('goes page by page by topic alone, the latest first', async () => {
    const ada = await person();
    const listed: string[] = [];
    // Server timestamps are whole milliseconds: two in a row may be the same.
    const now = Date.now();
    for (let count = 0; count < peoplePage + 1; count++) {
      listed.push(await list(null, ['dissociation'], Timestamp.fromMillis(now + count)));
    }
    const first = await found(ada, { topics: ['dissociation'] });
    const second = await found(ada, { topics: ['dissociation'], cursor: first.next });
    expect([...uidsOf(first), ...uidsOf(second)].slice(0, listed.length)).toEqual(listed.toReversed());
  });
});
