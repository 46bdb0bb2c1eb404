import type { GeoPoint } from '../../values/geo-point.ts';
import type { Reference } from '../../values/reference.ts';
import type { Timestamp } from '../../values/timestamp.ts';
import type { Constraint } from './constraint.ts';
import type { Duration } from './duration.ts';
import type { MapDiff } from './map-diff.ts';
import type { PartialMap } from './partial-map.ts';
import type { RulesError } from './rules-error.ts';
import type { RulesPath } from './rules-path.ts';
import type { RulesSet } from './rules-set.ts';

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
