import './without-eval.ts';
import * as z from 'zod/mini';

/** Uids and document ids: opaque, never built from what a person wrote. */
export const idSchema = z
  .string('An id is missing.')
  .check(z.regex(/^[A-Za-z0-9_-]{1,128}$/, 'This is not an id.'));

/** An id that a client chooses: Firestore's automatic form, so that no id can say anything. */
export const autoIdSchema = z
  .string('An id is missing.')
  .check(z.regex(/^[A-Za-z0-9]{20}$/, 'This is not an automatic id.'));
