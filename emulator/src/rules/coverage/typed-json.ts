import { GeoPoint } from '../../values/geo-point.ts';
import { Timestamp } from '../../values/timestamp.ts';
import { formatValue } from '../values/format-value.ts';
import { readStored } from '../values/read-stored.ts';
import { RulesError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import { RulesSet, type RulesValue } from '../values/rules-value.ts';
import { isList, isRulesMap } from '../values/type-names.ts';

export type TypedJson = Readonly<Record<string, unknown>>;

/** A value as coverage reports write it: `{"boolValue": true}`. An error is `{"undefined": {"causeMessage": …}}`. */
export function toTypedJson(stored: RulesValue): TypedJson {
  const value = readStored(stored);
  switch (typeof value) {
    case 'boolean':
      return { boolValue: value };
    case 'bigint':
      return { intValue: String(value) };
    case 'number':
      return { floatValue: Number.isFinite(value) ? value : String(value) };
    case 'string':
      return { stringValue: value };
  }
  if (value === null) return { nullValue: null };
  if (value instanceof RulesError) return { undefined: { causeMessage: value.message } };
  if (isList(value)) return { listValue: { values: value.map(toTypedJson) } };
  if (isRulesMap(value)) {
    return {
      mapValue: { fields: Object.fromEntries([...value].map(([key, field]) => [key, toTypedJson(field)])) },
    };
  }
  if (value instanceof RulesSet) return { setValue: { values: value.items.map(toTypedJson) } };
  if (value instanceof RulesPath)
    return { pathValue: { segments: value.segments.map((simple) => ({ simple })) } };
  if (value instanceof Timestamp) return { timestampValue: formatValue(value) };
  if (value instanceof GeoPoint) return { latlngValue: { lat: value.latitude, lng: value.longitude } };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString('base64') };
  return { constraintValue: { simpleConstraints: [], description: formatValue(value) } };
}
