import { compareNumbers, valuesEqual } from '../values/compare.ts';
import { StatusError } from '../values/status.ts';
import { toStoredValue } from '../values/stored-value.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import type { FieldTransform } from './requests.ts';

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/** The field's new value, and what the write's result reports: the value for numbers and times, null for arrays. */
export function applyTransform(
  current: Value | undefined,
  transform: FieldTransform,
  serverTime: Timestamp,
): { readonly value: Value; readonly result: Value } {
  switch (transform.kind) {
    case 'serverTimestamp':
      return { value: serverTime, result: serverTime };
    case 'appendMissingElements':
      return { value: append(current, transform.values), result: null };
    case 'removeAllFromArray':
      return { value: remove(current, transform.values), result: null };
    default: {
      const value = toStoredValue(calculate(transform.kind, current, operandOf(transform.operand)));
      return { value, result: value };
    }
  }
}

/** Throws INVALID_ARGUMENT for an operand that is no number. */
export function checkTransform(transform: FieldTransform): void {
  if ('operand' in transform) operandOf(transform.operand);
}

function operandOf(operand: Value): number | bigint {
  if (typeof operand === 'number' || typeof operand === 'bigint') return operand;
  throw new StatusError('INVALID_ARGUMENT', 'Input must be int64 or double.');
}

/** Anything but a number counts as missing, and the operand takes its place. */
function calculate(
  kind: 'increment' | 'maximum' | 'minimum',
  current: Value | undefined,
  operand: number | bigint,
): Value {
  if (typeof current !== 'number' && typeof current !== 'bigint') return operand;
  if (kind === 'increment') return increment(current, operand);
  if (Number.isNaN(current) || Number.isNaN(operand)) return Number.NaN;
  const difference = compareNumbers(operand, current);
  return (kind === 'maximum' ? difference > 0 : difference < 0) ? operand : current;
}

/** Integers saturate; a double on either side makes the sum a double. */
function increment(current: number | bigint, operand: number | bigint): Value {
  if (typeof current === 'number' || typeof operand === 'number') return Number(current) + Number(operand);
  const sum = current + operand;
  return sum > MAX_LONG ? MAX_LONG : sum < MIN_LONG ? MIN_LONG : sum;
}

function append(current: Value | undefined, values: readonly Value[]): Value {
  const array: Value[] = Array.isArray(current) ? [...current] : [];
  for (const value of values.map(toStoredValue)) {
    if (!array.some((each) => valuesEqual(each, value))) array.push(value);
  }
  return array;
}

function remove(current: Value | undefined, values: readonly Value[]): Value {
  if (!Array.isArray(current)) return [];
  return current.filter((each: Value) => !values.some((value) => valuesEqual(each, value)));
}
