import type { GeoPoint } from '../../values/geo-point.ts';
import type { Reference } from '../../values/reference.ts';
import type { Timestamp } from '../../values/timestamp.ts';
import type { Constraint } from './constraint.ts';
import type { Duration } from './duration.ts';
import type { RulesError } from './rules-error.ts';
import type { RulesPath } from './rules-path.ts';

/**
 * A value of the rules language. Every stored Firestore value is one as it is (so a document is never copied to be
 * looked at), except that a `Reference` is read as a path: see `readStored`.
 */
export type RulesValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Timestamp
  | Duration
  | GeoPoint
  | Uint8Array
  | RulesPath
  | Reference
  | readonly RulesValue[]
  | RulesMap
  | RulesSet
  | MapDiff
  | PartialMap
  | Constraint
  | RulesError;

export type RulesMap = ReadonlyMap<string, RulesValue>;

/** A set: `items` holds no two equal values. Build it with `toRulesSet`. */
export class RulesSet {
  constructor(readonly items: readonly RulesValue[]) {}
}

/** The result of `a.diff(b)`: compares `left` (a) with `right` (b) key by key. */
export class MapDiff {
  constructor(
    readonly left: RulesMap,
    readonly right: RulesMap,
  ) {}
}

/**
 * A map of which only some keys are known (`resource.data` in a `list`). A key that is not in `known` may or may
 * not be there, so asking for it is an error.
 */
export class PartialMap {
  constructor(readonly known: ReadonlyMap<string, RulesValue>) {}
}
