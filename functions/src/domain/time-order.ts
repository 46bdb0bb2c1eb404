import type { FirestoreTime } from '@sameboat/model/time';

/** Negative when `a` is earlier than `b`. Exact to the nanosecond, which `toMillis` is not. */
export function compareTimes(a: FirestoreTime, b: FirestoreTime): number {
  return a.seconds - b.seconds || a.nanoseconds - b.nanoseconds;
}

/** The latest of the times given; null when none is. */
export function latestTime(...times: readonly (FirestoreTime | null | undefined)[]): FirestoreTime | null {
  let latest: FirestoreTime | null = null;
  for (const time of times) {
    if (time && (latest === null || compareTimes(time, latest) > 0)) latest = time;
  }
  return latest;
}

export function sameTime(a: FirestoreTime | null, b: FirestoreTime | null): boolean {
  return a === null || b === null ? a === b : compareTimes(a, b) === 0;
}
