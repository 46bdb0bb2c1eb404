import { nextPace, type Pace, type PacedAct, paceQuotas } from '@sameboat/model/pace';

type Counted = Pick<Pace, 'since' | 'count'>;

/**
 * The counters to try for one more act, in order. Only the server's clock decides whether the window of the stored counter
 * (null if there is none) is over. The first guess uses this device's clock; the second is the opposite, in case that
 * clock is wrong.
 */
export function paceGuesses<Now>(
  stored: Counted | null,
  { act, id, nowMs }: { act: PacedAct; id: string; nowMs: number },
  now: Now,
) {
  const guess = (at: number) => nextPace(stored, { act, id, nowMs: at }, now);
  const first = guess(nowMs);
  if (stored === null) return [first];
  return [first, guess(first.count === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)];
}

/** Whether the quota is used up: that of people who are new or have no verified e-mail address, if they have any. */
export function isQuotaSpent(stored: Counted | null, act: PacedAct): boolean {
  const { others, settled } = paceQuotas[act];
  return stored !== null && stored.count >= (others || settled);
}
