import * as z from 'zod/mini';
import { autoIdSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** The hash of the code that opens a closed community or a circle. No client ever reads or writes it. */
export function communityAccessPath(communityId: string): string {
  return `communities/${communityId}/private/access`;
}

export function circleAccessPath(circleId: string): string {
  return `circles/${circleId}/private/access`;
}

/** `codeHash` is the scrypt hash of the code with `salt`, both in lower-case hex. */
export const accessCodeSchema = z.object({ codeHash: z.string(), salt: z.string(), at: timestampSchema });
export type AccessCode = z.infer<typeof accessCodeSchema>;

/** Crockford's base 32: no letter that looks like a digit, and no U. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten signs of 32: 50 bits, far more than five tries an hour can guess. */
export const codeLength = 10;

/** The code as it is hashed: capitals without blanks and hyphens; O is read as 0, I and L as 1. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** The code as people see it: in two groups. */
export function shownCode(code: string): string {
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

/** The code of an invitation link's fragment, with its `#`; null when it holds none. */
export function codeOfFragment(fragment: string): string | null {
  const code = normalCode(fragment.replace(/^#/, ''));
  return isCode(code) ? shownCode(code) : null;
}

function isCode(code: string): boolean {
  return code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign));
}

/** What a person types, in whatever spelling. */
export const typedCodeSchema = z.string('Enter the code.').check(
  z.refine((typed) => normalCode(typed).length > 0, { error: 'Enter the code.', abort: true }),
  z.refine(
    (typed) => isCode(normalCode(typed)),
    `A code has ${codeLength} letters and digits. Look it over and try again.`,
  ),
);

/** How many calls of `joinClosedCommunity` with a code that does not fit a person has in an hour. */
export const codeTries = { count: 5, windowMs: 3_600_000 } as const;

/** `users/{uid}/pace/enterCode`: the counter of those calls. Functions write it. */
export function codeTriesPath(uid: string): string {
  return `users/${uid}/pace/enterCode`;
}

/**
 * What the callable `joinClosedCommunity` takes. Without `join` it only answers what the community is, so that the rules
 * can be read first; with it the caller has read and accepted them and becomes a member.
 */
export const joinClosedCommunitySchema = z.strictObject({
  communityId: autoIdSchema,
  code: typedCodeSchema,
  join: z.nullable(z.strictObject({ listed: z.boolean() })),
});
export type JoinClosedCommunity = z.infer<typeof joinClosedCommunitySchema>;

/** What it answers. */
export const joinClosedCommunityAnswerSchema = z.object({
  name: z.string(),
  about: z.string(),
  rules: z.string(),
  joined: z.boolean(),
});
export type JoinClosedCommunityAnswer = z.infer<typeof joinClosedCommunityAnswerSchema>;

/** How many new codes a founder can make in a day. */
export const newCodesPerDay = 10;

/** `users/{uid}/pace/newCode`: the counter of `renewAccessCode`. Functions write it. */
export function newCodePacePath(uid: string): string {
  return `users/${uid}/pace/newCode`;
}

/** What the callable `renewAccessCode` takes: the founder makes a new code, and the old one stops working. */
export const renewAccessCodeSchema = z.strictObject({ communityId: autoIdSchema });

/** What it answers, once: only the hash is kept. */
export const renewAccessCodeAnswerSchema = z.object({ code: z.string() });
export type RenewAccessCodeAnswer = z.infer<typeof renewAccessCodeAnswerSchema>;
