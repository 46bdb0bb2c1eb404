const day = 24 * 3_600_000;

/** When somebody was last here, no finer than a day; null when that is more than a month ago or not known. */
export function lastActiveWords(at: { toMillis(): number } | null, nowMs: number): string | null {
  if (at === null) return null;
  const age = nowMs - at.toMillis();
  if (age < day) return 'Active today';
  if (age < 7 * day) return 'Active this week';
  return age < 30 * day ? 'Active this month' : null;
}
