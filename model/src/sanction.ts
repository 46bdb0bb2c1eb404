import * as z from 'zod/mini';
import { permissionSchema } from './permissions.ts';
import { timestampSchema } from './time.ts';

/**
 * `sanctions/{uid}`: a ban, withdrawn permissions, a deleted account, or sign-ins that no longer count. Functions write
 * it; the rules read it on every request.
 */
export function sanctionPath(uid: string): string {
  return `sanctions/${uid}`;
}

export const sanctionKindSchema = z.enum(['staff', 'deleted', 'signOut']);

export const sanctionSchema = z.object({
  banned: z.boolean(),
  denied: z.array(permissionSchema),
  reason: z.string(),
  by: z.string(),
  at: timestampSchema,
  until: z.nullable(timestampSchema),
  /** Sign-ins before this time are refused: sign out everywhere, a changed password. It has no end. */
  validAfter: z._default(z.nullable(timestampSchema), null),
  /** Who or what wrote it last. */
  kind: z._default(sanctionKindSchema, 'staff'),
});
export type Sanction = z.infer<typeof sanctionSchema>;
