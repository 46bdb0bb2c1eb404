import { GeoPoint } from '../../values/geo-point.ts';
import { Reference } from '../../values/reference.ts';
import { Timestamp } from '../../values/timestamp.ts';
import { Constraint } from './constraint.ts';
import { Duration } from './duration.ts';
import { RulesError } from './rules-error.ts';
import { RulesPath } from './rules-path.ts';
import { MapDiff, PartialMap, type RulesMap, RulesSet, type RulesValue } from './rules-value.ts';

export type TypeName =
  | 'null'
  | 'bool'
  | 'int'
  | 'float'
  | 'string'
  | 'bytes'
  | 'timestamp'
  | 'duration'
  | 'latlng'
  | 'path'
  | 'list'
  | 'set'
  | 'map'
  | 'map_diff'
  | 'vector'
  | 'constraint'
  | 'partial_map'
  | 'error';

/** The names that may stand behind `is`, in the order in which Google's compiler lists them. */
export const testableTypes = [
  'bool',
  'bytes',
  'constraint',
  'duration',
  'float',
  'int',
  'latlng',
  'list',
  'vector',
  'set',
  'number',
  'map',
  'string',
  'timestamp',
  'path',
  'map_diff',
] as const;

export type TestableType = (typeof testableTypes)[number];

export function typeOf(value: RulesValue): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
  }
  if (value === null) return 'null';
  if (value instanceof Map) return isVector(value) ? 'vector' : 'map';
  if (Array.isArray(value)) return 'list';
  if (value instanceof RulesError) return 'error';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Duration) return 'duration';
  if (value instanceof RulesPath || value instanceof Reference) return 'path';
  if (value instanceof RulesSet) return 'set';
  if (value instanceof MapDiff) return 'map_diff';
  if (value instanceof GeoPoint) return 'latlng';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof PartialMap) return 'partial_map';
  if (value instanceof Constraint) return 'constraint';
  return 'list';
}

/** A vector is stored as the map `{__type__: '__vector__', value: [...]}`. */
export function isVector(value: RulesMap): boolean {
  return value.get('__type__') === '__vector__';
}

export function isRulesMap(value: RulesValue): value is RulesMap {
  return value instanceof Map;
}

export function isList(value: RulesValue): value is readonly RulesValue[] {
  return Array.isArray(value);
}

/** `value is type`. Sets are of no type at all: recorded, `[1].toSet() is set` is false. */
export function hasType(value: RulesValue, type: TestableType): boolean {
  const actual = typeOf(value);
  if (actual === 'set') return false;
  if (type === 'number') return actual === 'int' || actual === 'float';
  if (actual === 'partial_map') return type === 'map';
  return actual === type;
}
