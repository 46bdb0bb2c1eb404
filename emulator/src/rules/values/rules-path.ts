/** A path such as `/databases/(default)/documents/users/ann`, as its segments. */
export class RulesPath {
  constructor(readonly segments: readonly string[]) {}

  toString(): string {
    return `/${this.segments.join('/')}`;
  }
}

/** The path that a string names; slashes at either end and doubled ones do not count. */
export function toRulesPath(text: string): RulesPath {
  return new RulesPath(text.split('/').filter((segment) => segment !== ''));
}
