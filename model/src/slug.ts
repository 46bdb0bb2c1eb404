import './without-eval.ts';
import * as z from 'zod/mini';
import { limits } from './limits.ts';

/**
 * A name whose claim the security rules can work out: printable ASCII. Any other name is claimed by the callable
 * `claimCommunityName`, which knows what looks alike: docs/decisions/0025-claims.md.
 */
export function isAsciiName(name: string): boolean {
  return /^[ -~]*$/.test(name);
}

/**
 * Turns a community's name into the slug by which names are told apart: "Berlin - Night owls!" and "berlin night owls"
 * are the same. For ASCII names the rules work out the same slug. For other names it is what a search begins with; the
 * claim's slug comes from `claimCommunityName` and may differ. Empty for a name made of signs only.
 */
export function slugOf(name: string): string {
  return plainText(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Accents for any letter, and the marks that make a sign an emoji or a keycap. */
const accents = /[\u0300-\u036f]|[\u0483-\u0487]|[\u1dc0-\u1dff]|\u20e3|\ufe0f/gu;
const markedLetters = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu;

/**
 * The text in one form (NFKC), without accents, and without marks on Latin, Greek, Cyrillic, Hebrew and Arabic letters:
 * they make no other name. The marks of other scripts are vowels and stay.
 */
export function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(accents, '').replace(markedLetters, '$1').normalize('NFKC');
}

/** The text without marks, in lower case by way of upper case, which makes "ß" and "ss" the same. */
function plainText(text: string): string {
  return withoutMarks(text.normalize('NFKC').toUpperCase().toLowerCase());
}

/** Letters, marks and numbers in words joined by single hyphens. */
export const slugSchema = z.string().check(
  z.refine((slug) => slug.length <= limits.communityNameMax * 2, { abort: true }),
  z.regex(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u),
  z.refine((slug) => !/[A-Z]/.test(slug)),
);

/** The document id of the claim on a slug: lower-case hex SHA-256, so that no path tells a topic. */
export function communityNameKey(slug: string): Promise<string> {
  return hexSha256(slug);
}

/** What a claim holds in the place of the name, by which the rules tie name and slug together. */
export function communityNameHash(name: string): Promise<string> {
  return hexSha256(name);
}

async function hexSha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
