import { RulesError } from './rules-error.ts';

/** A path such as `/databases/(default)/documents/users/ann`, as its segments. */
export class RulesPath {
  constructor(readonly segments: readonly string[]) {}

  toString(): string {
    return `/${this.segments.join('/')}`;
  }
}

/** The path that a string names, with or without a slash in front. Google's runtime knows no empty segment. */
export function toRulesPath(text: string): RulesPath | RulesError {
  const segments = (text.startsWith('/') ? text.slice(1) : text).split('/');
  return segments.includes('') ? new RulesError('Path segment cannot be empty.') : new RulesPath(segments);
}
