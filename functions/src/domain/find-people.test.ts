import { type FindPeopleInput, peoplePage } from '@sameboat/model/find-people';
import type { Place } from '@sameboat/model/place';
import { knownPlace } from '@sameboat/model/place-list';
import type { TopicId } from '@sameboat/model/topics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople, type Listing, type PeopleStore, rangesAround } from './find-people.ts';
import { readCursor, writeCursor } from './people-cursor.ts';
import { timeOf } from './time-of.ts';

function placeOf(id: string): Place {
  const place = knownPlace(id);
  if (place === null) throw new Error(`${id} is not on the list`);
  return place;
}

const [berlin, leipzig, hamburg] = [placeOf('berlin-de'), placeOf('leipzig-de'), placeOf('hamburg-de')];

interface Made {
  readonly uid: string;
  readonly place?: Place | null;
  readonly topics?: TopicId[];
  readonly at?: number;
}

const listing = ({ uid, place = berlin, topics = ['grief'], at = 0 }: Made): Listing => ({
  uid,
  handle: uid,
  displayName: uid,
  avatar: null,
  topics,
  place,
  lastActiveAt: null,
  updatedAt: timeOf(at),
});

/** Listings in memory, in Firestore's order. */
class MemoryPeople implements PeopleStore {
  queries = 0;
  readonly people: readonly Listing[];
  readonly hidden: ReadonlySet<string>;
  constructor(people: readonly Listing[], hidden: readonly string[] = []) {
    this.people = people;
    this.hidden = new Set(hidden);
  }

  async listings({ topics, range, after, limit }: Parameters<PeopleStore['listings']>[0]) {
    this.queries += 1;
    const about = this.people.filter(
      (one) => topics.length === 0 || one.topics.some((topic) => topics.includes(topic)),
    );
    const key = (one: Listing) => [one.place?.geohash ?? '', one.uid].join(' ');
    const found =
      range === null
        ? about
            .toSorted((a, b) => b.updatedAt.toMillis() - a.updatedAt.toMillis() || (a.uid < b.uid ? 1 : -1))
            .filter(
              (one, _, all) =>
                after === null ||
                after.kind !== 'time' ||
                all.indexOf(one) > all.findIndex(({ uid }) => uid === after.uid),
            )
        : about
            .filter(({ place }) => place !== null && place.geohash >= range[0] && place.geohash <= range[1])
            .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
            .filter(
              (one) => after?.kind !== 'place' || key(one) > [after.geohash, after.uid ?? '~'].join(' '),
            );
    return { listings: found.slice(0, limit), isLast: found.length < limit };
  }

  async hiddenFrom(_asker: string, uids: readonly string[]) {
    return new Set(uids.filter((uid) => this.hidden.has(uid)));
  }
}

const nearBerlin = (withinKm: number): FindPeopleInput => ({
  topics: [],
  near: { geohash: berlin.geohash, withinKm },
  cursor: null,
});
const aboutGrief: FindPeopleInput = { topics: ['grief'], near: null, cursor: null };

/** Every page in turn, as a screen would ask for them. */
async function everyPage(store: PeopleStore, input: FindPeopleInput): Promise<readonly string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof findPeople>> = await findPeople(store, 'me', { ...input, cursor });
    pages.push(page.people.map(({ uid }) => uid));
    cursor = page.next;
  } while (cursor !== null && pages.length < 100);
  return pages;
}

const many = (count: number, made: Omit<Made, 'uid'> = {}) =>
  Array.from({ length: count }, (_, place) =>
    listing({ uid: `p${String(place).padStart(3, '0')}`, at: place, ...made }),
  );

describe('finding people', () => {
  it('finds those who share a topic, the latest first, and not the one who asks', async () => {
    const store = new MemoryPeople([
      listing({ uid: 'old', at: 1 }),
      listing({ uid: 'new', at: 2, place: null }),
      listing({ uid: 'other', topics: ['sleep'] }),
      listing({ uid: 'me' }),
    ]);
    expect(await everyPage(store, aboutGrief)).toEqual([['new', 'old']]);
  });

  it('finds those within a distance, whatever the boxes around the circle hold', async () => {
    const store = new MemoryPeople([
      listing({ uid: 'b' }),
      listing({ uid: 'l', place: leipzig }),
      listing({ uid: 'h', place: hamburg }),
      listing({ uid: 'nowhere', place: null }),
    ]);
    expect(await everyPage(store, nearBerlin(50))).toEqual([['b']]);
    expect((await everyPage(store, nearBerlin(200))).flat().sort()).toEqual(['b', 'l']);
    expect((await everyPage(store, nearBerlin(300))).flat().sort()).toEqual(['b', 'h', 'l']);
  });

  it('tells distances in steps of ten kilometres and never less', async () => {
    const store = new MemoryPeople([listing({ uid: 'b' }), listing({ uid: 'l', place: leipzig })]);
    const { people } = await findPeople(store, 'me', nearBerlin(300));
    expect(new Map(people.map(({ uid, km }) => [uid, km]))).toEqual(
      new Map([
        ['b', 10],
        ['l', 150],
      ]),
    );
    expect((await findPeople(store, 'me', aboutGrief)).people.map(({ km }) => km)).toEqual([null, null]);
  });

  it.each([
    ['by topic', aboutGrief],
    ['by place', nearBerlin(50)],
  ])('goes page by page through everybody once, %s', async (_how, input) => {
    const pages = await everyPage(new MemoryPeople(many(45)), input);
    expect(pages.map((page) => page.length)).toEqual([peoplePage, peoplePage, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
  });

  it.each([
    ['by topic', aboutGrief],
    ['by place', nearBerlin(50)],
  ])('answers the same, cursors too, whether people are hidden or are not there, %s', async (_how, input) => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(59)), async (places) => {
        const everybody = many(60);
        const hidden = places.map((place) => everybody[place]?.uid ?? '');
        const blocked = new MemoryPeople(everybody, hidden);
        const absent = new MemoryPeople(everybody.filter(({ uid }) => !hidden.includes(uid)));
        for (let cursor: string | null = null, page = 0; page === 0 || cursor !== null; page++) {
          const answer: Awaited<ReturnType<typeof findPeople>> = await findPeople(blocked, 'me', {
            ...input,
            cursor,
          });
          expect(answer).toEqual(await findPeople(absent, 'me', { ...input, cursor }));
          cursor = answer.next;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('asks a bounded number of queries, and goes on where it stopped', async () => {
    const store = new MemoryPeople([
      ...many(2_000, { place: hamburg }).map((one) => ({ ...one, uid: `h${one.uid}` })),
      listing({ uid: 'b' }),
    ]);
    const { queries } = store;
    await findPeople(store, 'me', nearBerlin(200));
    expect(store.queries - queries).toBeLessThanOrEqual(20);
    expect((await everyPage(store, nearBerlin(200))).flat()).toEqual(['b']);
  });

  it('begins at the start with a cursor that is not its own, or of another kind of search', async () => {
    const store = new MemoryPeople([listing({ uid: 'b' })]);
    const ofTime = writeCursor({ kind: 'time', seconds: 0, nanoseconds: 0, uid: 'z' });
    for (const cursor of ['nonsense', '', btoa('{"kind":"place","geohash":"../..","uid":"x"}'), ofTime]) {
      const { people } = await findPeople(store, 'me', { ...nearBerlin(50), cursor });
      expect(people.map(({ uid }) => uid)).toEqual(['b']);
    }
    expect(readCursor(ofTime)).toEqual({ kind: 'time', seconds: 0, nanoseconds: 0, uid: 'z' });
  });
});

it('the ranges around a place are in order and do not overlap', () => {
  for (const km of [10, 50, 250, 500]) {
    const ranges = rangesAround([52.5, 13.4], km);
    ranges.forEach(([from, to], place) => {
      expect(from < to).toBe(true);
      const next = ranges[place + 1];
      if (next) expect(to < next[0]).toBe(true);
    });
  }
});
