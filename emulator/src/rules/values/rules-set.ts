import type { RulesValue } from './rules-value.ts';

/** A set: `items` holds no two equal values. Build it with `toRulesSet`. */
export class RulesSet {
  constructor(readonly items: readonly RulesValue[]) {}
}
