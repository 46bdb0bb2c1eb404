import { nextPace, type Pace, type PacedAct, paceQuotas } from '@sameboat/model/pace';

type Counted = Pick<Pace, 'since' | 'count'>;

/**
 * The counters to try, one after the other, for one more act. Whether the window of the stored counter (null if there is
 * none) is over, only the server's clock can tell: this device's is believed first, and if it was wrong, the opposite.
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

/** Whether a refusal can be told to come from the quota: it is used up for people who are new or without a verified address. */
export function isQuotaSpent(stored: Counted | null, act: PacedAct): boolean {
  return stored !== null && stored.count >= paceQuotas[act].others;
}
