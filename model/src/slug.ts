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
  return withoutAccents(name.normalize('NFKC').toLowerCase())
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Accents on Latin, Greek and Cyrillic letters do not make another name; in other scripts marks are vowels. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .normalize('NFC');
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
