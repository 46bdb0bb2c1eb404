/** A stored counter of calls: how many there were in the window that began at `since`, in milliseconds. */
export interface CallCount {
  readonly since: number;
  readonly count: number;
}

export interface CallQuota {
  readonly windowMs: number;
  /** Calls in one window. */
  readonly most: number;
}

/** The counter after one more call; null when the quota is used up. */
export function countCall(
  calls: CallCount | null,
  { windowMs, most }: CallQuota,
  now: number,
): CallCount | null {
  if (calls === null || calls.since + windowMs <= now) return { since: now, count: 1 };
  return calls.count < most ? { since: calls.since, count: calls.count + 1 } : null;
}
