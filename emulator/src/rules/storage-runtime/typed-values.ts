import { Timestamp } from '../../values/timestamp.ts';
import { toRulesSet } from '../values/equality.ts';
import { typeError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesValue } from '../values/rules-value.ts';

type Json = unknown;

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whole numbers arrive as JSON numbers or as text; a value beyond 64 bits has no place in the language. */
function toInt(value: Json): RulesValue {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return typeof value === 'string' && /^-?[0-9]+$/.test(value) ? BigInt(value) : typeError;
}

/** RFC 3339 with up to nine digits behind the point. */
export function parseTimestamp(text: string): Timestamp | null {
  const [, whole = '', fraction = '', zone = ''] =
    /^(.*?T\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const millis = Date.parse(whole + zone);
  return Number.isNaN(millis) ? null : new Timestamp(millis / 1000, Number(fraction.padEnd(9, '0')));
}

function itemsOf(value: Json): readonly RulesValue[] {
  const values = isRecord(value) ? value.values : null;
  return Array.isArray(values) ? values.map(fromTypedValue) : [];
}

function fieldsOf(value: Json): ReadonlyMap<string, RulesValue> {
  const fields = isRecord(value) ? value.fields : null;
  const entries = isRecord(fields) ? Object.entries(fields) : [];
  return new Map(entries.map(([name, field]) => [name, fromTypedValue(field)]));
}

function segmentsOf(value: Json): readonly string[] {
  const segments = isRecord(value) ? value.segments : null;
  if (!Array.isArray(segments)) return [];
  return segments.map((segment: Json) =>
    isRecord(segment) && typeof segment.simple === 'string' ? segment.simple : '',
  );
}

const readers: Readonly<Record<string, (value: Json) => RulesValue>> = {
  null_value: () => null,
  bool_value: (value) => value === true,
  int_value: toInt,
  float_value: (value) => (typeof value === 'number' ? value : typeError),
  string_value: (value) => (typeof value === 'string' ? value : typeError),
  bytes_value: (value) => (typeof value === 'string' ? Buffer.from(value, 'base64') : typeError),
  timestamp_value: (value) => (typeof value === 'string' ? parseTimestamp(value) : null) ?? typeError,
  list_value: itemsOf,
  set_value: (value) => toRulesSet(itemsOf(value)),
  map_value: fieldsOf,
  path_value: (value) => new RulesPath(segmentsOf(value)),
};

/**
 * A value as firebase-tools writes it for the rules runtime, `{"string_value": "x"}`. What cannot be read becomes an
 * error, which denies when a rule looks at it.
 */
export function fromTypedValue(typed: Json): RulesValue {
  if (!isRecord(typed)) return typeError;
  const [entry] = Object.entries(typed);
  if (entry === undefined) return null;
  const [kind, value] = entry;
  const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  return read === undefined ? typeError : read(value);
}
