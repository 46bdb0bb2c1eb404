/** How many gradients cover.module.css knows. */
export const coverTones = 6;

/** The same id always has the same cover, 0 … coverTones − 1, on every device. */
export function coverTone(id: string): number {
  let hash = 7;
  for (const character of id) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % coverTones;
}
