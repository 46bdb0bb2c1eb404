import type { FirestoreTime } from '@sameboat/model/time';

/** A time to the millisecond, in the shape that Firestore's have. `data` stores it as one. */
export function timeOf(millis: number): FirestoreTime {
  const seconds = Math.floor(millis / 1_000);
  return { seconds, nanoseconds: (millis - seconds * 1_000) * 1_000_000, toMillis: () => millis };
}
