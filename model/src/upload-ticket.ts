import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/**
 * `users/{uid}/uploads/{fileId}`: leave to upload one picture under that file id, for ten minutes. Firestore's rules
 * grant it with everything checked (membership, state, blocks, `write`, pace), as a Storage rule may read only two
 * documents. The owner deletes it with the message that uses the picture, or functions do once it has run out.
 */
export function uploadTicketPath(uid: string, fileId: string): string {
  return `users/${uid}/uploads/${fileId}`;
}

const shape = {
  /** `chats/{chatId}`, `communities/{communityId}` or `users/{uid}`. */
  target: z
    .string()
    .check(
      z.regex(
        /^(?:chats|communities|users)\/[\w-]{1,128}$/,
        'A picture belongs to a chat, a community or a person.',
      ),
    ),
  at: timestampSchema,
};

export const uploadTicketSchema = z.object(shape);
export type UploadTicket = z.infer<typeof uploadTicketSchema>;

export const newUploadTicketSchema = z.strictObject(shape);

/** Goes with the counter of `image` in one batch. */
export function newUploadTicket<Now>(target: string, now: Now) {
  return { target, at: now };
}
