import type { RulesValue } from './rules-value.ts';

/**
 * A map of which only some keys are known (`resource.data` in a `list`). A key that is not in `known` may or may
 * not be there, so asking for it is an error.
 */
export class PartialMap {
  constructor(readonly known: ReadonlyMap<string, RulesValue>) {}
}
