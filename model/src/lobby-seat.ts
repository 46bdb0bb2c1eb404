import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `circles/{circleId}/lobby/{uid}`: somebody who waits to be paired. Functions delete it when they are. */
export function lobbySeatPath(circleId: string, uid: string): string {
  return `circles/${circleId}/lobby/${uid}`;
}

const shape = { waitingSince: timestampSchema, seenAt: timestampSchema };

export const lobbySeatSchema = z.object(shape);
export type LobbySeat = z.infer<typeof lobbySeatSchema>;

export const newLobbySeatSchema = z.strictObject(shape);

export function newLobbySeat<Now>(now: Now) {
  return { waitingSince: now, seenAt: now };
}
