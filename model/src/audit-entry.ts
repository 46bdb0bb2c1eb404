import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `audit/{id}`: who of the staff did what, and why. Functions write it; admins read it. */
export function auditEntryPath(id: string): string {
  return `audit/${id}`;
}

export const auditEntrySchema = z.object({
  actor: z.string(),
  action: z.string(),
  target: z.string(),
  reason: z.string(),
  at: timestampSchema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
