import type { Place } from '@sameboat/model/place';
import type { TopicId } from '@sameboat/model/topics';
import { useSyncExternalStore } from 'react';
import type { CommunityFilter } from '../../data/find-communities.ts';

/** What a person looks for. It lives in memory alone: no topic stands in an address, a history or a storage. */
export interface DiscoverChoice {
  readonly topics: readonly TopicId[];
  readonly place: Place | null;
  readonly withinKm: number;
}

/** The areas to choose from, in kilometres, each the next wider of the one before. */
export const AREAS_KM = [25, 50, 100, 250] as const;

const START: DiscoverChoice = { topics: [], place: null, withinKm: 50 };

let owner = '';
let choice = START;
const readers = new Set<() => void>();

/** The choice of `uid`, there again after a look at a community. Another person at this browser starts afresh. */
export function useDiscoverChoice(uid: string): [DiscoverChoice, (change: Partial<DiscoverChoice>) => void] {
  if (owner !== uid) {
    owner = uid;
    choice = START;
  }
  return [useSyncExternalStore(subscribe, () => choice), changeChoice];
}

function changeChoice(change: Partial<DiscoverChoice>): void {
  choice = { ...choice, ...change };
  for (const reader of [...readers]) reader();
}

function subscribe(onChange: () => void): () => void {
  readers.add(onChange);
  return () => readers.delete(onChange);
}

export function toFilter({ topics, place, withinKm }: DiscoverChoice): CommunityFilter {
  return { topics, near: place === null ? null : { place, withinKm } };
}

/** The next wider area; null after the widest, when only "anywhere" is left. */
export function widerThan(km: number): number | null {
  return AREAS_KM.find((area) => area > km) ?? null;
}
