import type { PageCursor } from '@sameboat/model/queries';
import { useCallback, useEffect, useState } from 'react';
import { type DataError, toDataError } from '../../data/data-error.ts';
import { type CommunityFilter, type FoundCommunity, findCommunities } from '../../data/find-communities.ts';

interface Found {
  readonly key: string;
  readonly communities: readonly FoundCommunity[];
  readonly next: PageCursor | null;
  readonly at: number;
}

/** Going to a community and back within this time shows what was found, without asking again. */
const FRESH_MS = 60_000;

let remembered: Found | null = null;

/** What fits the filter, page by page. The same filter within a minute costs nothing. */
export function useFoundCommunities(uid: string, filter: CommunityFilter) {
  const key = `${uid}/${JSON.stringify([filter.topics, filter.near?.place.id ?? null, filter.near?.withinKm ?? null])}`;
  const [found, setFound] = useState<Found | null>(() => freshFor(key));
  const [error, setError] = useState<DataError | null>(null);
  const [turn, setTurn] = useState(0);
  const [loadingMore, setLoadingMore] = useState(false);
  const current = found?.key === key ? found : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filter; a turn asks once more
  useEffect(() => {
    setError(null);
    const fresh = turn === 0 ? freshFor(key) : null;
    if (fresh !== null) {
      setFound(fresh);
      return;
    }
    let asked = true;
    findCommunities(filter, null).then(
      (page) => {
        if (!asked) return;
        remembered = { key, communities: page.found, next: page.next, at: Date.now() };
        setFound(remembered);
      },
      (cause: unknown) => {
        if (asked) setError(toDataError(cause));
      },
    );
    return () => {
      asked = false;
    };
  }, [key, turn]);

  const showMore = useCallback(async () => {
    if (current === null || current.next === null) return;
    setLoadingMore(true);
    try {
      const page = await findCommunities(filter, current.next);
      const known = new Set(current.communities.map(({ community }) => community.id));
      const more = page.found.filter(({ community }) => !known.has(community.id));
      remembered = { ...current, communities: [...current.communities, ...more], next: page.next };
      setFound(remembered);
    } catch (cause) {
      setError(toDataError(cause));
    } finally {
      setLoadingMore(false);
    }
  }, [current, filter]);

  return {
    communities: current?.communities ?? null,
    hasMore: current !== null && current.next !== null,
    error,
    retry: () => setTurn((before) => before + 1),
    showMore,
    loadingMore,
  };
}

function freshFor(key: string): Found | null {
  return remembered !== null && remembered.key === key && Date.now() - remembered.at < FRESH_MS
    ? remembered
    : null;
}
