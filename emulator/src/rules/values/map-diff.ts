import type { RulesMap } from './rules-value.ts';

/** The result of `a.diff(b)`: compares `left` (a) with `right` (b) key by key. */
export class MapDiff {
  constructor(
    readonly left: RulesMap,
    readonly right: RulesMap,
  ) {}
}
