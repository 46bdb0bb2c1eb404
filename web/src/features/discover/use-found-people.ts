import type { DiscoverChoice } from '../../data/discover-choice.ts';
import { type FoundPerson, findPeople } from '../../data/find-people.ts';
import { pagedSource } from '../../data/paged-source.ts';
import { usePaged } from '../../data/use-paged.ts';

/** Who fits the choice, page by page. The choice must name a topic or a place. */
export function useFoundPeople(uid: string, { topics, place, withinKm }: DiscoverChoice) {
  const near = place === null ? null : { geohash: place.geohash, withinKm };
  const wanted = JSON.stringify([topics, near]);
  const source = pagedSource(`people/${uid}/${wanted}`, {
    load: (after: string | null) => findPeople({ topics: [...topics], near }, after),
    idOf: (person: FoundPerson) => person.uid,
  });
  const { items, hasMore, loadingMore, error } = usePaged(source);
  return { people: items, hasMore, error, retry: source.retry, showMore: source.more, loadingMore };
}
