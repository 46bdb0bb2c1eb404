import * as z from 'zod/mini';
import { idSchema } from './id.ts';

/**
 * `chats/{chatId}/private/pair`: the two people of a match. Rules and functions read it and no client can, so that
 * neither learns who the other is: in the match they are known by the aliases in the chat's `people`.
 */
export function matchPairPath(chatId: string): string {
  return `chats/${chatId}/private/pair`;
}

export const matchPairSchema = z.object({ uids: z.tuple([idSchema, idSchema]) });
export type MatchPair = z.infer<typeof matchPairSchema>;
