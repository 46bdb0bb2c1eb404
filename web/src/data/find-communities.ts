import { communitySchema } from '@sameboat/model/community';
import { pageLimits } from '@sameboat/model/limits';
import { geohashCentre, type Place } from '@sameboat/model/place';
import {
  communitiesNearQuery,
  communitiesQuery,
  type PageCursor,
  type QuerySpec,
} from '@sameboat/model/queries';
import type { TopicId } from '@sameboat/model/topics';
import { getDocs } from 'firebase/firestore';
import { distanceBetween, geohashQueryBounds } from 'geofire-common';
import { firestore } from '../firebase/firestore.ts';
import { checkedBy } from './checked-documents.ts';
import { connection } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';
import type { Page } from './paged-source.ts';
import { toQuery } from './to-query.ts';
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
 * Open communities that fit: newest first, or nearest first around a place (then all of them at once: a page cannot be
 * cut by distance). Throws DataError; 'not-loaded' without a connection, when this device has nothing to show either.
 */
export async function findCommunities(
  filter: CommunityFilter,
  after: PageCursor | null,
): Promise<Page<FoundCommunity, PageCursor>> {
  try {
    return filter.near === null
      ? await anywhere(filter.topics, after)
      : await around(filter.topics, filter.near);
  } catch (cause) {
    throw toDataError(cause);
  }
}

async function anywhere(
  topics: readonly TopicId[],
  after: PageCursor | null,
): Promise<Page<FoundCommunity, PageCursor>> {
  const { communities, size, fromCache } = await read(communitiesQuery({ topics, after, limit: PAGE }));
  const last = communities.at(-1);
  return {
    items: communities.map((community) => ({ community, km: null })),
    next: size < PAGE || last === undefined ? null : { at: last.createdAt, id: last.id },
    fromCache,
  };
}

async function around(
  topics: readonly TopicId[],
  near: { place: Place; withinKm: number },
): Promise<Page<FoundCommunity, PageCursor>> {
  const centre = pointOf(near.place);
  const ranges = geohashQueryBounds(centre, near.withinKm * 1000);
  const results = await Promise.all(
    ranges.map(([geohashFrom, geohashTo]) =>
      read(communitiesNearQuery({ topics, geohashFrom, geohashTo, limit: pageLimits.communities })),
    ),
  );
  const found = new Map<string, FoundCommunity>();
  for (const community of results.flatMap((result) => result.communities)) {
    if (community.place === null) continue;
    const km = distanceBetween(centre, pointOf(community.place));
    // Ranges are boxes and may overlap; the circle decides, and each is there once.
    if (km <= near.withinKm) found.set(community.id, { community, km });
  }
  return {
    items: [...found.values()].sort((a, b) => (a.km ?? 0) - (b.km ?? 0)),
    next: null,
    fromCache: results.some((result) => result.fromCache),
  };
}

async function read(spec: QuerySpec) {
  const answer = connection.expectAnswer();
  const snapshot = await getDocs(toQuery(firestore(), spec).withConverter(checkedBy(communitySchema)));
  // Without a connection the SDK answers from what was read here before; nothing there is no answer.
  const { fromCache } = snapshot.metadata;
  if (fromCache) answer.failed();
  else answer.arrived();
  if (fromCache && snapshot.empty) throw new DataError('not-loaded');
  const communities: CommunityEntry[] = [];
  for (const found of snapshot.docs) {
    const document = found.data();
    if (document.ok) communities.push(document.value);
  }
  return { communities, size: snapshot.size, fromCache };
}

function pointOf(place: Pick<Place, 'geohash'>): [number, number] {
  const { latitude, longitude } = geohashCentre(place.geohash);
  return [latitude, longitude];
}
