import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `chats/{chatId}/typing/{uid}`: true until `until`, which is at most `typingMaxMs` ahead. */
export function typingPath(chatId: string, uid: string): string {
  return `chats/${chatId}/typing/${uid}`;
}

export const typingSchema = z.object({ until: timestampSchema });
export type Typing = z.infer<typeof typingSchema>;

export const newTypingSchema = z.strictObject({ until: timestampSchema });
