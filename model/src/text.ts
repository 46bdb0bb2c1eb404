import './without-eval.ts';
import * as z from 'zod/mini';

/**
 * One line without control, zero-width or direction-override characters (they serve to imitate other names)
 * and without blanks at its ends. The same pattern stands in firestore.rules as `isLine`.
 */
const line =
  /^[^ \p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff](?:[^\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*[^ \p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff])?$/u;

/** A name on one line, `min` to `max` code units. `what` begins the sentence, as in "The name". */
export function lineText(what: string, min: number, max: number) {
  return z
    .string(`${what} is missing.`)
    .check(
      z.minLength(min, min === 1 ? `${what} is empty.` : `${what} needs at least ${min} characters.`),
      z.maxLength(max, `${what} can have at most ${max} characters.`),
      z.regex(line, `${what} can use letters, numbers and signs on one line, without blanks at its ends.`),
    );
}

/** Text of any number of lines, possibly empty. */
export function freeText(what: string, max: number) {
  return z
    .string(`${what} is missing.`)
    .check(z.maxLength(max, `${what} can have at most ${max} characters.`));
}

/** The first sentence to show for a failed parse. */
export function firstProblem(error: { issues: readonly { message: string }[] }): string {
  return error.issues[0]?.message ?? 'Something here is not right.';
}
