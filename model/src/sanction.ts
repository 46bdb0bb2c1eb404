import * as z from 'zod/mini';
import { permissionSchema } from './permissions.ts';
import { timestampSchema } from './time.ts';

/** `sanctions/{uid}`: a ban or withdrawn permissions. Functions write it; the rules read it on every request. */
export function sanctionPath(uid: string): string {
  return `sanctions/${uid}`;
}

export const sanctionSchema = z.object({
  banned: z.boolean(),
  denied: z.array(permissionSchema),
  reason: z.string(),
  by: z.string(),
  at: timestampSchema,
  until: z.nullable(timestampSchema),
});
export type Sanction = z.infer<typeof sanctionSchema>;
