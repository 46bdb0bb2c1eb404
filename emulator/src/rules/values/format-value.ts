import { GeoPoint } from '../../values/geo-point.ts';
import { Timestamp } from '../../values/timestamp.ts';
import { Constraint } from './constraint.ts';
import { Duration } from './duration.ts';
import { formatFloat } from './format-number.ts';
import { readStored } from './read-stored.ts';
import { RulesError } from './rules-error.ts';
import { RulesPath } from './rules-path.ts';
import { MapDiff, PartialMap, type RulesMap, RulesSet, type RulesValue } from './rules-value.ts';
import { isRulesMap } from './type-names.ts';

type Reveals = (text: string) => boolean;

/**
 * A value for a person to read, in the notation of the language where it has one; cut at about `limit` characters. Of
 * a text that `reveals` refuses only the length is shown, and of a position that there is one.
 */
export function formatValue(value: RulesValue, limit = 80, reveals: Reveals | null = null): string {
  const text = format(readStored(value), reveals);
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function format(value: RulesValue, reveals: Reveals | null): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return formatFloat(value);
  if (typeof value === 'string') return formatText(value, reveals);
  if (Array.isArray(value)) return `[${formatAll(value, reveals)}]`;
  if (isRulesMap(value)) return `{${formatEntries(value, reveals)}}`;
  if (value instanceof RulesError) return reveals === null ? `error: ${value.message}` : 'an error';
  if (value instanceof RulesPath) return value.toString();
  if (value instanceof RulesSet) return `[${formatAll(value.items, reveals)}].toSet()`;
  if (value instanceof Timestamp) return formatTimestamp(value);
  if (value instanceof Duration) return `${Number(value.seconds) + value.nanos / 1e9}s`;
  if (value instanceof GeoPoint)
    return reveals === null ? `latlng(${value.latitude}, ${value.longitude})` : 'latlng(…)';
  if (value instanceof Uint8Array) return `bytes(${value.length})`;
  if (value instanceof PartialMap)
    return `{${formatEntries(value.known, reveals)}${value.known.size > 0 ? ', ' : ''}…}`;
  if (value instanceof MapDiff)
    return `diff({${formatEntries(value.left, reveals)}}, {${formatEntries(value.right, reveals)}})`;
  return value instanceof Constraint ? '(limited by the query)' : '(unknown)';
}

function formatText(text: string, reveals: Reveals | null): string {
  if (reveals !== null && !reveals(text)) return `text(${text.length})`;
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

function formatAll(items: readonly RulesValue[], reveals: Reveals | null): string {
  return items.map((item) => format(readStored(item), reveals)).join(', ');
}

function formatEntries(map: RulesMap, reveals: Reveals | null): string {
  return [...map]
    .map(
      ([key, value]) =>
        `${reveals === null || reveals(key) ? key : '…'}: ${format(readStored(value), reveals)}`,
    )
    .join(', ');
}

function formatTimestamp(value: Timestamp): string {
  const date = new Date(value.seconds * 1000 + Math.floor(value.nanos / 1e6));
  return Number.isNaN(date.getTime()) ? `timestamp(${value.seconds}s)` : date.toISOString();
}
