import './without-eval.ts';
import * as z from 'zod/mini';

/** A Firestore `Timestamp` by its shape, so that the browser's and the admin SDK's both fit and neither is imported. */
export interface FirestoreTime {
  readonly seconds: number;
  readonly nanoseconds: number;
  toMillis(): number;
}

export function isFirestoreTime(value: unknown): value is FirestoreTime {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seconds' in value &&
    typeof value.seconds === 'number' &&
    'nanoseconds' in value &&
    typeof value.nanoseconds === 'number' &&
    'toMillis' in value &&
    typeof value.toMillis === 'function'
  );
}

/** A moment to the nanosecond; every Firestore time is one. */
export type Moment = Pick<FirestoreTime, 'seconds' | 'nanoseconds'>;

/** Negative when `a` is earlier than `b`. Exact to the nanosecond, which `toMillis` is not. */
export function compareTimes(a: Moment, b: Moment): number {
  return a.seconds - b.seconds || a.nanoseconds - b.nanoseconds;
}

/** Whether both are the same nanosecond, or both null. */
export function sameTime(a: Moment | null, b: Moment | null): boolean {
  return a === null || b === null ? a === b : compareTimes(a, b) === 0;
}

/** The last moment before a time that Firestore can tell apart from it: a microsecond. */
export function momentBefore({ seconds, nanoseconds }: Moment): FirestoreTime {
  const isFirst = nanoseconds < 1_000;
  const before = {
    seconds: isFirst ? seconds - 1 : seconds,
    nanoseconds: isFirst ? 999_999_000 : nanoseconds - 1_000,
  };
  return { ...before, toMillis: () => before.seconds * 1_000 + Math.floor(before.nanoseconds / 1_000_000) };
}

/** The latest of the times given; null when none is. */
export function latestTime<T extends Moment>(...times: readonly (T | null | undefined)[]): T | null {
  let latest: T | null = null;
  for (const time of times) {
    if (time && (latest === null || compareTimes(time, latest) > 0)) latest = time;
  }
  return latest;
}

export const timestampSchema = z.custom<FirestoreTime>(isFirestoreTime, 'A time is missing here.');
