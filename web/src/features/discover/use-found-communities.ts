import { slugOf } from '@sameboat/model/slug';
import { type CommunityFilter, type FoundCommunity, findCommunities } from '../../data/find-communities.ts';
import { pagedSource } from '../../data/paged-source.ts';
import { usePaged } from '../../data/use-paged.ts';

/** What fits the filter, page by page. Going to a community and back within a minute costs nothing. */
export function useFoundCommunities(uid: string, filter: CommunityFilter) {
  const { topics, near, name, activeSince } = filter;
  const wanted = JSON.stringify([
    topics,
    near?.place.id ?? null,
    near?.withinKm ?? null,
    slugOf(name),
    activeSince,
  ]);
  const source = pagedSource(`communities/${uid}/${wanted}`, {
    load: (after: Parameters<typeof findCommunities>[1]) => findCommunities(filter, after),
    idOf: ({ community }: FoundCommunity) => community.id,
  });
  const { items, hasMore, loadingMore, error } = usePaged(source);
  return { communities: items, hasMore, error, retry: source.retry, showMore: source.more, loadingMore };
}
