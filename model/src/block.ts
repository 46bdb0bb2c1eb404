import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `users/{uid}/blocks/{otherUid}`: whom I blocked. For the owner only; the other person is not told. */
export function blockPath(uid: string, otherUid: string): string {
  return `users/${uid}/blocks/${otherUid}`;
}

export const blockSchema = z.object({ since: timestampSchema });
export type Block = z.infer<typeof blockSchema>;

export const newBlockSchema = z.strictObject({ since: timestampSchema });

export function newBlock<Now>(now: Now) {
  return { since: now };
}
