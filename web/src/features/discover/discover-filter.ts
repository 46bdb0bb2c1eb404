import { useSyncExternalStore } from 'react';
import {
  AREAS_KM,
  type DiscoverChoice,
  keepDiscoverChoice,
  readDiscoverChoice,
} from '../../data/discover-choice.ts';
import type { CommunityFilter } from '../../data/find-communities.ts';

let owner = '';
let choice: DiscoverChoice = readDiscoverChoice(owner);
const readers = new Set<() => void>();

/** The choice of `uid`, there again after a look at a community or a reload. Another person here starts afresh. */
export function useDiscoverChoice(uid: string): [DiscoverChoice, (change: Partial<DiscoverChoice>) => void] {
  if (owner !== uid) {
    owner = uid;
    choice = readDiscoverChoice(uid);
  }
  return [useSyncExternalStore(subscribe, () => choice), changeChoice];
}

function changeChoice(change: Partial<DiscoverChoice>): void {
  choice = { ...choice, ...change };
  keepDiscoverChoice(owner, choice);
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
