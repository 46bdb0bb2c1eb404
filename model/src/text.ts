import './without-eval.ts';
import * as z from 'zod/mini';
import { isNameText } from './text-name.ts';
import { isReservedGroupName, isReservedPersonName } from './text-reserved.ts';

/**
 * At most `max` UTF-16 code units, which is what `size()` counts in the security rules; zod's `maxLength` counts code
 * points. The checks after it are left out for text that is too long.
 */
export function atMost(max: number, error: string) {
  return z.refine<string>((text) => text.length <= max, { error, abort: true });
}

/**
 * A name of `min` to `max` characters. The shortest length counts code points and the longest code units, so that the
 * security rules may count either. `what` begins the sentence, as in "The name".
 */
export function nameText(what: string, min: number, max: number) {
  return z.string(`${what} is missing.`).check(
    z.minLength(1, { error: `${what} is empty.`, abort: true }),
    atMost(max, `${what} can have at most ${max} characters.`),
    z.refine((text) => [...text].length >= min, `${what} needs at least ${min} characters.`),
    z.refine(
      isNameText,
      `${what} can use letters, numbers, signs and emoji, with single spaces between words and at least one letter or number.`,
    ),
  );
}

const reserved = 'That name is kept for Sameboat itself. Choose another one.';

/** The name of a person: not Otter's, and none that passes for staff. */
export function personNameText(what: string, min: number, max: number) {
  return nameText(what, min, max).check(z.refine((name) => !isReservedPersonName(name), reserved));
}

/** The name of a community, chat or circle: none that passes for one of Sameboat's own. */
export function groupNameText(what: string, min: number, max: number) {
  return nameText(what, min, max).check(z.refine((name) => !isReservedGroupName(name), reserved));
}

/** Text of any number of lines, possibly empty. */
export function freeText(what: string, max: number) {
  return z.string(`${what} is missing.`).check(atMost(max, `${what} can have at most ${max} characters.`));
}

/** The first sentence to show for a failed parse. */
export function firstProblem(error: { issues: readonly { message: string }[] }): string {
  return error.issues[0]?.message ?? 'Something here is not right.';
}
