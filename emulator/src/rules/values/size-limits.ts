/**
 * How large a value may become while rules are evaluated: well above what a document can hold, and small enough that a
 * function which doubles its argument, called on its own result, ends in an error and not in the end of the process.
 */

import { readStored } from './read-stored.ts';
import { RulesError } from './rules-error.ts';
import { MapDiff, RulesSet, type RulesValue } from './rules-value.ts';
import { isList, isRulesMap } from './type-names.ts';

/** UTF-16 units of a string, or bytes. */
export const maximumLength = 2 ** 21;
/** Values in a list or map, those inside of others included. */
const maximumWeight = 2 ** 21;
/** Segments of a path; a document has at most 200. */
export const maximumSegments = 1000;

export const tooLarge = new RulesError('The value is too large.');

/** The value itself, or an error when it is too large. */
export function bounded(value: RulesValue): RulesValue {
  if (typeof value === 'string' || value instanceof Uint8Array) {
    return value.length > maximumLength ? tooLarge : value;
  }
  return weightOf(value) > maximumWeight ? tooLarge : value;
}

/** Lists and maps share what is in them: without what is known of them already, counting could take for ever. */
const weights = new WeakMap<object, number>();

function weightOf(value: RulesValue): number {
  if (value === null || typeof value !== 'object') return 1;
  const parts = partsOf(value);
  if (parts === null) return 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  let weight = 1;
  for (const part of parts) weight += weightOf(readStored(part));
  weights.set(value, weight);
  return weight;
}

function partsOf(value: RulesValue): Iterable<RulesValue> | null {
  if (isList(value)) return value;
  if (isRulesMap(value)) return value.values();
  if (value instanceof RulesSet) return value.items;
  return value instanceof MapDiff ? [value.left, value.right] : null;
}
