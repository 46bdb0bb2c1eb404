import type { Reaction } from '@sameboat/model/message';
import { reactionLooks } from './reaction-names.ts';

export interface CountedReaction {
  readonly id: Reaction;
  readonly emoji: string;
  readonly name: string;
  /** Who gave it, in no order. */
  readonly from: readonly string[];
}

/** The reactions that somebody gave, each with its people; without those whom I blocked. */
export function countReactions(
  given: Readonly<Record<string, Reaction>>,
  blocked: ReadonlySet<string>,
): CountedReaction[] {
  const people = Object.keys(given).filter((uid) => !blocked.has(uid));
  if (people.length === 0) return [];
  return reactionLooks
    .map((look) => ({ ...look, from: people.filter((uid) => given[uid] === look.id) }))
    .filter(({ from }) => from.length > 0);
}
