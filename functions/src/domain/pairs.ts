import { sortedPair } from '@sameboat/model/direct-chat-id';

/** Two people, by uid, in any order. */
export type Pair = readonly [string, string];

/** One string for two people, whichever is named first. */
export function pairKey([one, other]: Pair): string {
  return sortedPair(one, other).join(' ');
}
