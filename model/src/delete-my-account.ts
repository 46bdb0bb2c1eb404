import './without-eval.ts';
import * as z from 'zod/mini';
import { handleFormSchema } from './handle.ts';
import { idSchema } from './id.ts';

/**
 * Stands where a uid stood, in what stays after an account was deleted: in emptied messages, reports and the like. No
 * account ever has this uid, for Auth's are longer.
 */
export const deletedAccountId = 'deleted-account';

/** Deleting needs a sign-in that is no older than this, so that a phone left open cannot be used to delete an account. */
export const recentSignInMs = 5 * 60_000;

/** What the callable `deleteMyAccount` takes: the caller's own handle as they typed it; null while they have no profile. */
export const deleteMyAccountInputSchema = z.strictObject({ handle: z.nullable(handleFormSchema) });

/**
 * The `details` of a refusal that the app has an answer to. `founder`: they founded these communities, in which there are
 * others.
 */
export const deletionRefusalSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('wrong-handle') }),
  z.object({ reason: z.literal('sign-in-again') }),
  z.object({ reason: z.literal('founder'), communityIds: z.array(idSchema) }),
]);
export type DeletionRefusal = z.infer<typeof deletionRefusalSchema>;
