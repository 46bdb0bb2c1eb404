import { dayOf } from '@sameboat/model/day';
import { useSyncExternalStore } from 'react';
import {
  AREAS_KM,
  type DiscoverChoice,
  keepDiscoverChoice,
  readDiscoverChoice,
} from '../../data/discover-choice.ts';
import type { CommunityFilter } from '../../data/find-communities.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

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

/** `now` in ms since the epoch. */
export function toFilter(wanted: DiscoverChoice, now: number): CommunityFilter {
  const { topics, place, withinKm, name, activeThisWeek } = wanted;
  return {
    topics,
    near: place === null ? null : { place, withinKm },
    name,
    activeSince: activeThisWeek ? dayOf(now - WEEK_MS) : null,
  };
}

/** The next wider area; null after the widest, when only "anywhere" is left. */
export function widerThan(km: number): number | null {
  return AREAS_KM.find((area) => area > km) ?? null;
}

/** What to give up first when nothing was found: the change and its words. Null when nothing was asked for. */
export function looserThan(
  wanted: DiscoverChoice,
): { readonly words: string; readonly change: Partial<DiscoverChoice> } | null {
  if (wanted.name !== '') return { words: 'Look for any name', change: { name: '' } };
  if (wanted.activeThisWeek) return { words: 'Show quiet ones too', change: { activeThisWeek: false } };
  if (wanted.place !== null) return { words: 'Look anywhere', change: { place: null } };
  if (wanted.topics.length > 0) return { words: 'Show all topics', change: { topics: [] } };
  return null;
}
