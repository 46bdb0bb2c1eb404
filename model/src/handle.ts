import './without-eval.ts';
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { fromRe2 } from './text-pattern.ts';
import { isReservedHandle } from './text-reserved.ts';

/** `handles/{handle}`: who holds a handle. Claimed in the same batch as the profile that names it. */
export function handlePath(handle: string): string {
  return `handles/${handle}`;
}

/** Three to twenty of a–z, 0–9 and _, beginning with a letter. Stands as it is in firestore.rules, with `reservedHandle`. */
export const handlePattern = '[a-z][a-z0-9_]{2,19}';

/** The form of a handle, reserved or not. */
export const handleFormSchema = z.string('Choose a handle.').check(
  z.regex(fromRe2(handlePattern), {
    error: 'A handle has 3 to 20 lower-case letters, numbers or _, and begins with a letter.',
    abort: true,
  }),
);

export const handleSchema = handleFormSchema.check(
  z.refine((handle) => !isReservedHandle(handle), 'That handle is taken. Try another.'),
);

export const storedHandleSchema = z.object({ uid: idSchema });
export type StoredHandle = z.infer<typeof storedHandleSchema>;

export const newHandleDocumentSchema = z.strictObject({ uid: idSchema });

export function newHandle(uid: string) {
  return { uid };
}

/** What the callable `checkHandle` takes and answers: whether somebody could claim the handle now, and nothing else. */
export const checkHandleInputSchema = z.strictObject({ handle: handleFormSchema });
export const checkHandleAnswerSchema = z.object({ free: z.boolean() });
export type CheckHandleAnswer = z.infer<typeof checkHandleAnswerSchema>;
