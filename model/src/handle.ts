import './without-eval.ts';
import * as z from 'zod/mini';
import { idSchema } from './id.ts';

/** `handles/{handle}`: who holds a handle. Claimed in the same batch as the profile that names it. */
export function handlePath(handle: string): string {
  return `handles/${handle}`;
}

/** Names that would pass for Sameboat itself. The same list stands in firestore.rules as `reservedHandles`. */
export const reservedHandles: readonly string[] = [
  'admin',
  'administrator',
  'crisis',
  'help',
  'helpline',
  'mod',
  'moderator',
  'official',
  'otter',
  'root',
  'sameboat',
  'staff',
  'support',
  'system',
  'team',
];

/** Three to twenty of a–z, 0–9 and _, beginning with a letter. */
export const handleSchema = z.string('Choose a handle.').check(
  z.regex(
    /^[a-z][a-z0-9_]{2,19}$/,
    'A handle has 3 to 20 small letters, numbers or _, and begins with a letter.',
  ),
  z.refine((handle) => !reservedHandles.includes(handle), 'That handle is taken. Try another.'),
);

export const storedHandleSchema = z.object({ uid: idSchema });
export type StoredHandle = z.infer<typeof storedHandleSchema>;

export const newHandleDocumentSchema = z.strictObject({ uid: idSchema });

export function newHandle(uid: string) {
  return { uid };
}
