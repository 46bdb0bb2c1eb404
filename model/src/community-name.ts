import * as z from 'zod/mini';
import { idSchema } from './id.ts';

/** `communityNames/{key}`: which community holds a name. `key` comes from `communityNameKey(slugOf(name))`. */
export function communityNamePath(key: string): string {
  return `communityNames/${key}`;
}

export const communityNameSchema = z.object({ communityId: idSchema });
export type CommunityName = z.infer<typeof communityNameSchema>;

export const newCommunityNameSchema = z.strictObject({ communityId: idSchema });

export function newCommunityName(communityId: string) {
  return { communityId };
}
