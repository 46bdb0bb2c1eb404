import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { limits } from './limits.ts';
import { freeText } from './text.ts';
import { timestampSchema } from './time.ts';

/** `communities/{communityId}/bans/{uid}`: who may not come back. Written with the removal of the member. */
export function communityBanPath(communityId: string, uid: string): string {
  return `communities/${communityId}/bans/${uid}`;
}

const shape = { by: idSchema, reason: freeText('The reason', limits.noteMax), at: timestampSchema };

export const communityBanSchema = z.object(shape);
export type CommunityBan = z.infer<typeof communityBanSchema>;

export const newCommunityBanSchema = z.strictObject(shape);

export function newCommunityBan<Now>(input: { by: string; reason: string }, now: Now) {
  return { by: input.by, reason: input.reason, at: now };
}
