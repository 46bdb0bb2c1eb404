import { GeoPoint } from '../../values/geo-point.ts';
import { Timestamp } from '../../values/timestamp.ts';
import { Constraint } from './constraint.ts';
import { Duration } from './duration.ts';
import { formatFloat } from './format-number.ts';
import { MapDiff } from './map-diff.ts';
import { PartialMap } from './partial-map.ts';
import { readStored } from './read-stored.ts';
import { RulesError } from './rules-error.ts';
import { RulesPath } from './rules-path.ts';
import { RulesSet } from './rules-set.ts';
import type { RulesMap, RulesValue } from './rules-value.ts';
import { isRulesMap } from './type-names.ts';

/** A value for a person to read, in the notation of the language where it has one; cut at about `limit` characters. */
export function formatValue(value: RulesValue, limit = 80): string {
  const text = format(readStored(value));
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function format(value: RulesValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return formatFloat(value);
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value)) return `[${formatAll(value)}]`;
  if (isRulesMap(value)) return `{${formatEntries(value)}}`;
  if (value instanceof RulesError) return `error: ${value.message}`;
  if (value instanceof RulesPath) return value.toString();
  if (value instanceof RulesSet) return `[${formatAll(value.items)}].toSet()`;
  if (value instanceof Timestamp) return formatTimestamp(value);
  if (value instanceof Duration) return `${Number(value.seconds) + value.nanos / 1e9}s`;
  if (value instanceof GeoPoint) return `latlng(${value.latitude}, ${value.longitude})`;
  if (value instanceof Uint8Array) return `bytes(${value.length})`;
  if (value instanceof PartialMap)
    return `{${formatEntries(value.known)}${value.known.size > 0 ? ', ' : ''}…}`;
  if (value instanceof MapDiff)
    return `diff({${formatEntries(value.left)}}, {${formatEntries(value.right)}})`;
  return value instanceof Constraint ? '(limited by the query)' : '(unknown)';
}

function formatAll(items: readonly RulesValue[]): string {
  return items.map((item) => format(readStored(item))).join(', ');
}

function formatEntries(map: RulesMap): string {
  return [...map].map(([key, value]) => `${key}: ${format(readStored(value))}`).join(', ');
}

function formatTimestamp(value: Timestamp): string {
  const date = new Date(value.seconds * 1000 + Math.floor(value.nanos / 1e6));
  return Number.isNaN(date.getTime()) ? `timestamp(${value.seconds}s)` : date.toISOString();
}
