import { communitySchema } from '@sameboat/model/community';
import { pageLimits } from '@sameboat/model/limits';
import { geohashCentre, type Place } from '@sameboat/model/place';
import {
  type CommunityCursor,
  communitiesByNameQuery,
  communitiesNearQuery,
  communitiesQuery,
} from '@sameboat/model/queries';
import { slugOf } from '@sameboat/model/slug';
import type { TopicId } from '@sameboat/model/topics';
import { type QueryDocumentSnapshot, Timestamp } from 'firebase/firestore';
import { distanceBetween, geohashQueryBounds } from 'geofire-common';
import { circlesFrom, holdsEnough } from './circle.ts';
import { byNearnessAndActivity } from './found-order.ts';
import { readQuery } from './get-page.ts';
import type { Page } from './paged-source.ts';
import type { CommunityEntry } from './watch-community.ts';

export interface CommunityFilter {
  /** None means all. */
  readonly topics: readonly TopicId[];
  /** Null means anywhere. */
  readonly near: { readonly place: Place; readonly withinKm: number } | null;
  /** What the name begins with; empty for any. */
  readonly name: string;
  /** Only those in which somebody has written from this day on; null for all. */
  readonly activeSince: string | null;
}

export interface FoundCommunity {
  readonly community: CommunityEntry;
  /** From the place that was asked for, in kilometres; null when none was. */
  readonly km: number | null;
}

const PAGE = 20;

/**
 * Open communities that fit: the latest active first, around a place the nearest first, and with a name in its order.
 * Around a place and with a name they come all at once, as such a page cannot be cut by distance; where a place has too few
 * around it, from a wider circle than was asked for. Throws DataError; 'not-loaded' without a connection, when this device
 * has nothing to show either.
 */
export function findCommunities(
  filter: CommunityFilter,
  after: CommunityCursor | null,
): Promise<Page<FoundCommunity, CommunityCursor>> {
  const { near } = filter;
  if (slugOf(filter.name) !== '') return byName(filter);
  return near === null ? anywhere(filter, after) : around(filter, near);
}

async function byName(filter: CommunityFilter): Promise<Page<FoundCommunity, CommunityCursor>> {
  const { near, topics } = filter;
  const { items, fromCache } = await readQuery(communitiesByNameQuery(slugOf(filter.name)), communitySchema);
  return {
    items: items
      .filter((community) => topics.length === 0 || topics.includes(community.topic))
      .filter((community) => isActive(community, filter))
      .map((community) => ({ community, km: near === null ? null : distanceTo(community, near.place) }))
      .filter(({ km }) => near === null || (km !== null && km <= near.withinKm)),
    next: null,
    fromCache,
  };
}

async function anywhere(
  { topics, activeSince }: CommunityFilter,
  after: CommunityCursor | null,
): Promise<Page<FoundCommunity, CommunityCursor>> {
  const { items, size, last, fromCache } = await readQuery(
    communitiesQuery({ topics, activeSince, after, limit: PAGE }),
    communitySchema,
  );
  return {
    items: items.map((community) => ({ community, km: null })),
    next: size < PAGE || last === undefined ? null : cursorAt(last),
    fromCache,
  };
}

/** From the stored fields, so that a last document that cannot be read does not end the list. */
function cursorAt(last: QueryDocumentSnapshot): CommunityCursor | null {
  const lastActiveOn: unknown = last.get('lastActiveOn');
  const createdAt: unknown = last.get('createdAt');
  if (typeof lastActiveOn !== 'string' || !(createdAt instanceof Timestamp)) return null;
  return { lastActiveOn, createdAt, id: last.id };
}

async function around(
  filter: CommunityFilter,
  near: { place: Place; withinKm: number },
): Promise<Page<FoundCommunity, CommunityCursor>> {
  let fromCache = false;
  let items: FoundCommunity[] = [];
  for (const km of circlesFrom(near.withinKm)) {
    const circle = await inCircle(filter, near.place, km);
    fromCache ||= circle.fromCache;
    items = circle.items;
    if (holdsEnough(items.map(({ community }) => community))) break;
  }
  return { items: items.sort(byNearnessAndActivity), next: null, fromCache };
}

async function inCircle(
  filter: CommunityFilter,
  place: Place,
  withinKm: number,
): Promise<{ items: FoundCommunity[]; fromCache: boolean }> {
  const ranges = geohashQueryBounds(pointOf(place), withinKm * 1000);
  const results = await Promise.all(
    ranges.map(([geohashFrom, geohashTo]) =>
      readQuery(
        communitiesNearQuery({
          topics: filter.topics,
          geohashFrom,
          geohashTo,
          limit: pageLimits.communities,
        }),
        communitySchema,
      ),
    ),
  );
  const found = new Map<string, FoundCommunity>();
  for (const community of results.flatMap((result) => result.items)) {
    const km = distanceTo(community, place);
    // Ranges are boxes and may overlap; the circle decides, and each is there once.
    if (km !== null && km <= withinKm && isActive(community, filter))
      found.set(community.id, { community, km });
  }
  return { items: [...found.values()], fromCache: results.some((result) => result.fromCache) };
}

function isActive({ lastActiveOn }: CommunityEntry, { activeSince }: CommunityFilter): boolean {
  return activeSince === null || lastActiveOn >= activeSince;
}

function distanceTo(community: CommunityEntry, place: Place): number | null {
  return community.place === null ? null : distanceBetween(pointOf(place), pointOf(community.place));
}

function pointOf(place: Pick<Place, 'geohash'>): [number, number] {
  const { latitude, longitude } = geohashCentre(place.geohash);
  return [latitude, longitude];
}
