import { plain } from '../../ui/rank-options.ts';

/** Somebody who can be mentioned. */
export interface PersonToMention {
  readonly id: string;
  readonly name: string;
  readonly handle: string | null;
  readonly picture: string | null;
}

/**
 * The people whose name or handle fits what was typed, whatever its case and accents: those whose name begins with it,
 * then those of whom a later word or the handle does. Within one kind they keep their order. At most `limit`.
 */
export function rankPeople(
  people: readonly PersonToMention[],
  typed: string,
  limit: number,
): readonly PersonToMention[] {
  const wanted = plain(typed);
  if (wanted === '') return people.slice(0, limit);
  const first: PersonToMention[] = [];
  const second: PersonToMention[] = [];
  for (const person of people) {
    const name = plain(person.name);
    if (name.startsWith(wanted)) first.push(person);
    else if (person.handle?.startsWith(wanted) || name.split(/[\s'’-]+/u).some(begins)) second.push(person);
  }
  return [...first, ...second].slice(0, limit);

  function begins(word: string): boolean {
    return word.startsWith(wanted);
  }
}
