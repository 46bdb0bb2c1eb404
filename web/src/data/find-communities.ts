import { communitySchema } from '@sameboat/model/community';
import { pageLimits } from '@sameboat/model/limits';
import { geohashCentre, type Place } from '@sameboat/model/place';
import { type CommunityCursor, communitiesNearQuery, communitiesQuery } from '@sameboat/model/queries';
import type { TopicId } from '@sameboat/model/topics';
import { type QueryDocumentSnapshot, Timestamp } from 'firebase/firestore';
import { distanceBetween, geohashQueryBounds } from 'geofire-common';
import { byNearnessAndActivity } from './found-order.ts';
import { readQuery } from './get-page.ts';
import type { Page } from './paged-source.ts';
import type { CommunityEntry } from './watch-community.ts';

export interface CommunityFilter {
  /** None means all. */
  readonly topics: readonly TopicId[];
  /** Null means anywhere. */
  readonly near: { readonly place: Place; readonly withinKm: number } | null;
}

export interface FoundCommunity {
  readonly community: CommunityEntry;
  /** From the place that was asked for, in kilometres; null when none was. */
  readonly km: number | null;
}

const PAGE = 20;

/**
 * Open communities that fit: the latest active first, or around a place the nearest first (then all of them at once: a
 * page cannot be cut by distance). Throws DataError; 'not-loaded' without a connection, when this device has nothing to
 * show either.
 */
export function findCommunities(
  filter: CommunityFilter,
  after: CommunityCursor | null,
): Promise<Page<FoundCommunity, CommunityCursor>> {
  return filter.near === null ? anywhere(filter.topics, after) : around(filter.topics, filter.near);
}

async function anywhere(
  topics: readonly TopicId[],
  after: CommunityCursor | null,
): Promise<Page<FoundCommunity, CommunityCursor>> {
  const { items, size, last, fromCache } = await readQuery(
    communitiesQuery({ topics, after, limit: PAGE }),
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
  topics: readonly TopicId[],
  near: { place: Place; withinKm: number },
): Promise<Page<FoundCommunity, CommunityCursor>> {
  const centre = pointOf(near.place);
  const ranges = geohashQueryBounds(centre, near.withinKm * 1000);
  const results = await Promise.all(
    ranges.map(([geohashFrom, geohashTo]) =>
      readQuery(
        communitiesNearQuery({ topics, geohashFrom, geohashTo, limit: pageLimits.communities }),
        communitySchema,
      ),
    ),
  );
  const found = new Map<string, FoundCommunity>();
  for (const community of results.flatMap((result) => result.items)) {
    if (community.place === null) continue;
    const km = distanceBetween(centre, pointOf(community.place));
    // Ranges are boxes and may overlap; the circle decides, and each is there once.
    if (km <= near.withinKm) found.set(community.id, { community, km });
  }
  return {
    items: [...found.values()].sort(byNearnessAndActivity),
    next: null,
    fromCache: results.some((result) => result.fromCache),
  };
}

function pointOf(place: Pick<Place, 'geohash'>): [number, number] {
  const { latitude, longitude } = geohashCentre(place.geohash);
  return [latitude, longitude];
}
