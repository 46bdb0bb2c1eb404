import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { type FirestoreTime, timestampSchema } from './time.ts';

/**
 * `users/{uid}/pace/{act}`: how often a person did something. Each act is written in one batch with its counter, which
 * names what the batch makes; the rules want both, so one batch is one act. The same numbers stand in firestore.rules.
 */
export function pacePath(uid: string, act: PacedAct): string {
  return `users/${uid}/pace/${act}`;
}

/** `users/{uid}/pace/message`: the person's latest message, in whatever chat. */
export function messagePacePath(uid: string): string {
  return `users/${uid}/pace/message`;
}

export const messagePaceSchema = z.strictObject({
  at: timestampSchema,
  chatId: idSchema,
  messageId: idSchema,
});
export type MessagePace = z.infer<typeof messagePaceSchema>;

/** Goes with the message in one batch; refused within `sendIntervalMs` of the one before. */
export function messagePace<Now>(chatId: string, messageId: string, now: Now) {
  return { at: now, chatId, messageId };
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Acts in one window. `settled` is for people with a verified e-mail address whose profile is older than a day.
 * `windowMs` counts from the first act of the window.
 */
export const paceQuotas = {
  joinCommunity: { windowMs: day, settled: 20, others: 5 },
  createCommunity: { windowMs: day, settled: 5, others: 2 },
  joinGroup: { windowMs: hour, settled: 60, others: 20 },
  createGroup: { windowMs: day, settled: 10, others: 5 },
  /** Only settled people may ask somebody for a private chat. */
  request: { windowMs: day, settled: 20, others: 0 },
  report: { windowMs: day, settled: 30, others: 15 },
  handle: { windowMs: day, settled: 3, others: 2 },
  image: { windowMs: hour, settled: 120, others: 40 },
  edit: { windowMs: 60_000, settled: 20, others: 10 },
  moderate: { windowMs: hour, settled: 200, others: 60 },
  invite: { windowMs: day, settled: 60, others: 20 },
} as const satisfies Record<string, { windowMs: number; settled: number; others: number }>;

export type PacedAct = keyof typeof paceQuotas;
export const pacedActs = Object.keys(paceQuotas) as readonly PacedAct[];

export const paceSchema = z.strictObject({
  since: timestampSchema,
  count: z.int().check(z.minimum(1)),
  id: idSchema,
});
export type Pace = z.infer<typeof paceSchema>;

/**
 * The counter after one more act, made from the stored one (null if there is none). `id` is what the act makes or
 * joins; `now` is the SDK's server timestamp and `nowMs` this device's clock. Whether the act is within its quota is for
 * the rules to say: near the end of a window a device whose clock is wrong may have to try again a moment later.
 */
export function nextPace<Now>(
  previous: { readonly since: FirestoreTime; readonly count: number } | null,
  { act, id, nowMs }: { act: PacedAct; id: string; nowMs: number },
  now: Now,
) {
  const isOver = previous === null || previous.since.toMillis() + paceQuotas[act].windowMs <= nowMs;
  return isOver ? { since: now, count: 1, id } : { since: previous.since, count: previous.count + 1, id };
}
