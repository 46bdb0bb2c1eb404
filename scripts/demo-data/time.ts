import type { FirestoreTime } from '@sameboat/model/time';

/** A time to the millisecond, in the shape that Firestore's have. */
export function timeAt(millis: number): FirestoreTime {
  const seconds = Math.floor(millis / 1_000);
  return {
    seconds,
    nanoseconds: Math.floor(millis - seconds * 1_000) * 1_000_000,
    toMillis: () => Math.floor(millis),
  };
}

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** `HH:MM` (UTC) on the day so many days before `now`. */
export function momentOn(now: number, daysAgo: number, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const date = new Date(now - daysAgo * day);
  date.setUTCHours(hours, minutes, 0, 0);
  return date.getTime();
}
