import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { limits } from './limits.ts';
import { freeText } from './text.ts';
import { hasInk } from './text-ink.ts';
import { timestampSchema } from './time.ts';

/**
 * `communities/{communityId}/log/{id}`: who did what to whom, when and why. For the founder and the moderators. It is
 * written in the same batch as the act, and nobody can change or delete it while the community exists.
 */
export function communityLogPath(communityId: string, id: string): string {
  return `communities/${communityId}/log/${id}`;
}

/** What clients log, each about the member or former member in `target`. */
export const memberActs = ['remove', 'ban', 'unban', 'appoint', 'withdraw', 'handOver'] as const;
export const memberActSchema = z.enum(memberActs);
export type MemberAct = z.infer<typeof memberActSchema>;

const reason = freeText('The reason', limits.noteMax);

/** A reason that has to be given, because the person concerned reads it. */
export const removalReasonSchema = freeText('The reason', limits.noteMax).check(
  z.trim(),
  z.refine(hasInk, 'Say why. The person reads it.'),
);

const shape = {
  actor: idSchema,
  act: memberActSchema,
  target: idSchema,
  reason,
  at: timestampSchema,
};

/** Whether the person who is removed is told why. */
export function needsReason(act: MemberAct): boolean {
  return act === 'remove' || act === 'ban';
}

/** As it is stored. Functions add `newCode`, which is about nobody, and `removeMessage`, about its author. */
export const communityLogEntrySchema = z.object({
  ...shape,
  act: z.enum([...memberActs, 'newCode', 'removeMessage']),
  target: z.nullable(idSchema),
});
export type CommunityLogEntry = z.infer<typeof communityLogEntrySchema>;

/** What a client may create. */
export const newCommunityLogEntrySchema = z
  .strictObject(shape)
  .check(z.refine(({ act, reason }) => !needsReason(act) || hasInk(reason), 'Say why: the person reads it.'));

/** Goes in one batch with the act and with the counter of `moderate`, which names this entry. */
export function newCommunityLogEntry<Now>(
  input: { actor: string; act: MemberAct; target: string; reason: string },
  now: Now,
) {
  return { actor: input.actor, act: input.act, target: input.target, reason: input.reason, at: now };
}

/** What functions write when the founder made a new access code. */
export function newCodeLogEntry<Now>(actor: string, now: Now) {
  return { actor, act: 'newCode' as const, target: null, reason: '', at: now };
}

/** What functions write when somebody who runs the community removed a message of `target`. */
export function removedMessageLogEntry<Now>(
  input: { actor: string; target: string; reason: string },
  now: Now,
) {
  return {
    actor: input.actor,
    act: 'removeMessage' as const,
    target: input.target,
    reason: input.reason,
    at: now,
  };
}
