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

export const timestampSchema = z.custom<FirestoreTime>(isFirestoreTime, 'A time is missing here.');
