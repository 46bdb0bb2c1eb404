import {
  distanceStepKm,
  type FindPeopleInput,
  type FoundPerson,
  peoplePage,
} from '@sameboat/model/find-people';
import type { Person } from '@sameboat/model/person';
import { geohashCentre } from '@sameboat/model/place';
import type { TopicId } from '@sameboat/model/topics';
import { distanceBetween, geohashQueryBounds } from 'geofire-common';
import { type Position, readCursor, writeCursor } from './people-cursor.ts';

/** A stored listing of somebody who chose to be found. */
export interface Listing extends Person {
  readonly uid: string;
}

export interface ListingQuery {
  /** With any of these; none means all. */
  readonly topics: readonly TopicId[];
  /** With a geohash from … to …, in that order; null for all listings, the latest written first. */
  readonly range: readonly [from: string, to: string] | null;
  readonly after: Position | null;
  readonly limit: number;
}

export interface PeopleStore {
  /** `isLast`: there are no more than these. One that cannot be read is left out. */
  listings(query: ListingQuery): Promise<{ listings: readonly Listing[]; isLast: boolean }>;
  /** Which of these people `asker` must not find: either has blocked the other, or the person is banned. */
  hiddenFrom(asker: string, uids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** How many queries one call may take. */
const MOST_QUERIES = 20;
const BATCH = peoplePage + 10;

/** One step through the listings; `found` is null for places outside the circle, which are passed over together. */
interface Step {
  readonly position: Position;
  readonly found: FoundPerson | null;
}

/**
 * One page of the people whom `asker` may find. A cursor is the position of a person on the page, or of a place outside the
 * circle, never of somebody who was left out: so neither an answer nor its cursor tells a block from an empty place.
 */
export async function findPeople(
  store: PeopleStore,
  asker: string,
  { topics, near, cursor }: FindPeopleInput,
): Promise<{ people: readonly FoundPerson[]; next: string | null }> {
  const search = { topics, near, after: readCursor(cursor) };
  const people: { person: FoundPerson; position: Position }[] = [];
  const budget = { left: MOST_QUERIES };
  let passed: Position | null = null;

  for await (const steps of walk(store, search, budget)) {
    const uids = steps.flatMap(({ found }) => (found === null || found.uid === asker ? [] : [found.uid]));
    const hidden = uids.length === 0 ? new Set<string>() : await store.hiddenFrom(asker, uids);
    for (const { position, found } of steps) {
      if (found === null) passed = position;
      else if (found.uid !== asker && !hidden.has(found.uid)) {
        people.push({ person: found, position });
        passed = position;
      }
    }
    if (people.length > peoplePage) break;
  }

  const page = people.slice(0, peoplePage);
  const last = page.at(-1);
  const hasMore = people.length > peoplePage;
  const end = hasMore && last ? last.position : budget.left === 0 ? passed : null;
  return { people: page.map(({ person }) => person), next: end === null ? null : writeCursor(end) };
}

interface Search extends Pick<FindPeopleInput, 'topics' | 'near'> {
  readonly after: Position | null;
}

/** Goes through the listings that may fit, a query at a time, as long as the budget lasts. */
async function* walk(
  store: PeopleStore,
  { topics, near, after }: Search,
  budget: { left: number },
): AsyncGenerator<readonly Step[]> {
  const centre = near === null ? null : pointOf(near.geohash);
  for (const range of centre && near ? rangesAround(centre, near.withinKm) : [null]) {
    let position = startIn(range, after);
    if (position === 'past') continue;
    for (let isDone = false; !isDone; ) {
      if (budget.left === 0) return;
      budget.left -= 1;
      const { listings, isLast } = await store.listings({ topics, range, after: position, limit: BATCH });
      const steps = listings.map((listing) => toStep(listing, centre, near?.withinKm ?? null));
      yield steps;
      isDone = isLast;
      position = steps.at(-1)?.position ?? position;
    }
  }
}

/** Where to begin in a range, going on from a cursor: null is its start, `past` that it lies before the cursor. */
function startIn(range: ListingQuery['range'], after: Position | null): Position | null | 'past' {
  if (range === null) return after?.kind === 'time' ? after : null;
  if (after?.kind !== 'place' || after.geohash < range[0]) return null;
  return after.geohash > range[1] ? 'past' : after;
}

function toStep(listing: Listing, centre: [number, number] | null, withinKm: number | null): Step {
  const { uid, handle, displayName, avatar, topics, place, updatedAt } = listing;
  const person = { uid, handle, displayName, avatar, topics, place };
  if (centre === null || withinKm === null || place === null) {
    const { seconds, nanoseconds } = updatedAt;
    return { position: { kind: 'time', seconds, nanoseconds, uid }, found: { ...person, km: null } };
  }
  const { geohash } = place;
  const km = distanceBetween(centre, pointOf(geohash));
  return km > withinKm
    ? { position: { kind: 'place', geohash, uid: null }, found: null }
    : { position: { kind: 'place', geohash, uid }, found: { ...person, km: coarse(km) } };
}

/** Rounded up to the step in which distances are told. */
function coarse(km: number): number {
  return Math.max(1, Math.ceil(km / distanceStepKm)) * distanceStepKm;
}

/** The ranges of geohashes that cover a circle, in order, without overlaps. */
export function rangesAround(centre: [number, number], withinKm: number): readonly [string, string][] {
  const merged: [string, string][] = [];
  for (const [from, to] of geohashQueryBounds(centre, withinKm * 1_000).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const before = merged.at(-1);
    if (before && from <= before[1]) before[1] = to > before[1] ? to : before[1];
    else merged.push([from, to]);
  }
  return merged;
}

function pointOf(geohash: string): [number, number] {
  const { latitude, longitude } = geohashCentre(geohash);
  return [latitude, longitude];
}
