import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** `chats/{chatId}/bans/{uid}`: who was removed and may not come back. Written with the removal of the member. */
export function chatBanPath(chatId: string, uid: string): string {
  return `chats/${chatId}/bans/${uid}`;
}

const shape = { by: idSchema, at: timestampSchema };

export const chatBanSchema = z.object(shape);
export type ChatBan = z.infer<typeof chatBanSchema>;

export const newChatBanSchema = z.strictObject(shape);

export function newChatBan<Now>(by: string, now: Now) {
  return { by, at: now };
}
