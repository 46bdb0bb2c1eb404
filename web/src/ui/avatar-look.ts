/** The first letters of a name, at most two, whole characters even outside the basic plane. None while the name is not known. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? '')][0];
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : undefined;
  return first ? `${first}${last ?? ''}`.toLocaleUpperCase() : '';
};

/** How many calm hues avatar.module.css knows. */
export const avatarTones = 8;

/** The same id always gets the same tone, 0 … avatarTones − 1, on every device. */
export const toneOf = (id: string): number => {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % avatarTones;
};
