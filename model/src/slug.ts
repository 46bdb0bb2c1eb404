/**
 * Turns a community's name into the slug by which names are told apart: "Berlin – Night owls!" and
 * "berlin night owls" are the same. It may be empty for a name made of signs only; such a name is refused.
 * Letters outside ASCII stay themselves in lower case; one whose lower case would hold an ASCII letter ("İ") is
 * left as it is, because the security rules compare the ASCII parts of name and slug.
 */
export function slugOf(name: string): string {
  const lower = [...name.normalize('NFKC')].map(lowerCase).join('');
  return lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

function lowerCase(character: string): string {
  const lower = character.toLowerCase();
  const ascii = /[ -~]/;
  return ascii.test(lower) && !ascii.test(character) ? character : lower;
}

/** The document id of the claim on a slug: lower-case hex SHA-256, so that no path tells a topic. */
export async function communityNameKey(slug: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(slug));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
