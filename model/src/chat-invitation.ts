import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/**
 * `chats/{chatId}/invitations/{uid}`: the owner of a group chat invites a member of its community. The person accepts by
 * joining, in one batch with deleting it.
 */
export function chatInvitationPath(chatId: string, uid: string): string {
  return `chats/${chatId}/invitations/${uid}`;
}

const shape = { uid: idSchema, by: idSchema, at: timestampSchema };

export const chatInvitationSchema = z.object(shape);
export type ChatInvitation = z.infer<typeof chatInvitationSchema>;

/** What a client may create. */
export const newChatInvitationSchema = z.strictObject(shape);

/** Goes with the counter of `invite`, which names the invited person, in one batch. */
export function newChatInvitation<Now>(input: { uid: string; by: string }, now: Now) {
  return { uid: input.uid, by: input.by, at: now };
}
