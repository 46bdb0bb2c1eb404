import { GeoPoint } from '../../values/geo-point.ts';
import { RulesError } from '../values/rules-error.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { type Builtin, globalFunction, method, overload } from './builtin.ts';

export const minimumInt = -(2n ** 63n);
export const maximumInt = 2n ** 63n - 1n;

/** An integer result, or an error when it does not fit into 64 bits. */
export function checkedInt(value: bigint): bigint | RulesError {
  return value >= minimumInt && value <= maximumInt ? value : new RulesError('Integer overflow error.');
}

/** A float without its fraction as an int, or an error when it is no number or too large. */
export function toInt(value: number): bigint | RulesError {
  return Number.isFinite(value)
    ? checkedInt(BigInt(Math.trunc(value)))
    : new RulesError('Integer overflow error.');
}

function parseInteger(text: string): RulesValue {
  return /^[+-]?[0-9]+$/.test(text)
    ? checkedInt(BigInt(text.startsWith('+') ? text.slice(1) : text))
    : new RulesError(`Invalid integer. Received: ${text}.`);
}

function parseFloatText(text: string): RulesValue {
  return /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text)
    ? Number(text)
    : new RulesError(`Invalid float. Received: ${text}.`);
}

export const conversions: readonly Builtin[] = [
  globalFunction(
    'int',
    'A number without its fraction, or the integer that a string writes.',
    overload(['int, float or string'], 'int', (value) => {
      if (typeof value === 'bigint') return value;
      return typeof value === 'number' ? toInt(value) : parseInteger(value);
    }),
  ),
  globalFunction(
    'float',
    'A number as a float, or the one that a string writes.',
    overload(['int, float or string'], 'float', (value) =>
      typeof value === 'string' ? parseFloatText(value) : Number(value),
    ),
  ),
];

function rounding(name: string, doc: string, round: (value: number) => number): Builtin {
  return globalFunction(
    name,
    doc,
    overload(['number'], 'float', (value) => round(Number(value))),
  );
}

export const mathBuiltins: readonly Builtin[] = [
  globalFunction(
    'math.abs',
    'Without its sign, of the same type.',
    overload(['int'], 'int', (value) => checkedInt(value < 0n ? -value : value)),
    overload(['float'], 'float', (value) => Math.abs(value)),
  ),
  rounding('math.ceil', 'Rounded up; a float.', Math.ceil),
  rounding('math.floor', 'Rounded down; a float.', Math.floor),
  globalFunction(
    'math.round',
    'The nearest int; a half goes up (-1.5 is -1).',
    overload(['number'], 'int', (value) => (typeof value === 'bigint' ? value : toInt(Math.round(value)))),
  ),
  rounding('math.sqrt', 'The square root; not a number below zero.', Math.sqrt),
  globalFunction(
    'math.pow',
    'One number to the power of another; a float.',
    overload(['number', 'number'], 'float', (base, exponent) => Number(base) ** Number(exponent)),
  ),
  globalFunction(
    'math.isNaN',
    'Whether it is not a number.',
    overload(['number'], 'bool', (value) => Number.isNaN(value)),
  ),
];

const earthRadius = 6_371_010;

function distance(from: GeoPoint, to: GeoPoint): number {
  const radians = Math.PI / 180;
  const halfLatitude = Math.sin(((to.latitude - from.latitude) * radians) / 2);
  const halfLongitude = Math.sin(((to.longitude - from.longitude) * radians) / 2);
  const chord =
    halfLatitude ** 2 +
    Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * halfLongitude ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export const latlngBuiltins: readonly Builtin[] = [
  globalFunction(
    'latlng.value',
    'A position from its latitude and longitude in degrees.',
    overload(['number', 'number'], 'latlng', (latitude, longitude) => {
      const point = new GeoPoint(Number(latitude), Number(longitude));
      const valid = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
      return valid ? point : new RulesError('LatLng value error.');
    }),
  ),
  method(
    'latitude',
    'Degrees north.',
    overload(['latlng'], 'float', (point) => point.latitude),
  ),
  method(
    'longitude',
    'Degrees east.',
    overload(['latlng'], 'float', (point) => point.longitude),
  ),
  method('distance', 'Metres to another position.', overload(['latlng', 'latlng'], 'float', distance)),
];
