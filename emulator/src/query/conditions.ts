/** Filters taken apart: what one field must satisfy, and which combinations of such conditions satisfy a query. */
import { compareValues, valuesEqual } from '../values/compare.ts';
import type { DatabaseId, Document, FieldPath } from '../values/document.ts';
import { documentName } from '../values/document-name.ts';
import { isNameField } from '../values/field-path.ts';
import { getField } from '../values/fields.ts';
import { Reference } from '../values/reference.ts';
import { StatusError } from '../values/status.ts';
import { TYPE_ORDER, typeOrder } from '../values/type-order.ts';
import type { Value } from '../values/value.ts';
import type { Filter } from './structured-query.ts';

export type Condition = Exclude<Filter, { kind: 'composite' }>;
/** All of these must hold. */
export type Conjunction = readonly Condition[];

/** https://firebase.google.com/docs/firestore/query-data/queries#query_limitations */
const MAX_DISJUNCTIONS = 30;

/**
 * The filter as alternatives, `in` and `array-contains-any` resolved. Candidates that can never match (null and
 * NaN) are dropped, so that a query may come out with no alternative. Throws INVALID_ARGUMENT over 30.
 */
export function toAlternatives(filter: Filter | null): readonly Conjunction[] {
  const alternatives = filter === null ? [[]] : expand(filter);
  if (alternatives.length > MAX_DISJUNCTIONS) throw tooMany();
  return alternatives;
}

function expand(filter: Filter): Conjunction[] {
  if (filter.kind === 'composite') {
    return filter.op === 'or'
      ? filter.filters.flatMap(expand)
      : filter.filters.map(expand).reduce(product, [[]]);
  }
  if (filter.kind !== 'field') return [[filter]];
  const { field, op, value } = filter;
  if (op === '==' || op === 'array-contains') return isComparable(value) ? [[filter]] : [];
  if (op !== 'in' && op !== 'array-contains-any') return [[filter]];
  const single = op === 'in' ? '==' : 'array-contains';
  const candidates = Array.isArray(value) ? (value as readonly Value[]) : [];
  return distinct(candidates.filter(isComparable)).map((candidate) => [
    { kind: 'field', field, op: single, value: candidate },
  ]);
}

function product(left: Conjunction[], right: Conjunction[]): Conjunction[] {
  if (left.length * right.length > MAX_DISJUNCTIONS * MAX_DISJUNCTIONS) throw tooMany();
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function distinct(values: readonly Value[]): readonly Value[] {
  return values.filter((value, index) => values.findIndex((other) => valuesEqual(other, value)) === index);
}

function tooMany(): StatusError {
  return new StatusError(
    'INVALID_ARGUMENT',
    `The query has too many disjunctions: in disjunctive normal form at most ${MAX_DISJUNCTIONS} are allowed.`,
  );
}

/** Conditions on an inequality decide a query's implicit order. */
export function isInequality(condition: Condition): boolean {
  if (condition.kind === 'unary') return condition.op === 'IS_NOT_NULL' || condition.op === 'IS_NOT_NAN';
  return !['==', 'in', 'array-contains', 'array-contains-any'].includes(condition.op);
}

/** The one value that the condition allows its field, or undefined. */
export function pinnedValue(condition: Condition): Value | undefined {
  if (condition.kind === 'unary') {
    if (condition.op === 'IS_NULL') return null;
    return condition.op === 'IS_NAN' ? Number.NaN : undefined;
  }
  return condition.op === '==' ? condition.value : undefined;
}

export function matchesAll(conditions: Conjunction, document: Document, database: DatabaseId): boolean {
  return conditions.every((condition) => {
    const value = fieldOrName(document, condition.field, database);
    return value !== undefined && matches(condition, value);
  });
}

export function matchesFilter(filter: Filter, document: Document, database: DatabaseId): boolean {
  if (filter.kind === 'composite') {
    return filter.op === 'and'
      ? filter.filters.every((each) => matchesFilter(each, document, database))
      : filter.filters.some((each) => matchesFilter(each, document, database));
  }
  const value = fieldOrName(document, filter.field, database);
  return value !== undefined && matches(filter, value);
}

function fieldOrName(document: Document, field: FieldPath, database: DatabaseId): Value | undefined {
  return isNameField(field)
    ? new Reference(documentName(database, document.path))
    : getField(document.fields, field);
}

/**
 * Null and NaN equal nothing and are in no list, as in SQL; only the unary operators find them. `!=` and `not-in`
 * find every other type, but not null. Comparisons stay within the operand's type.
 */
function matches(condition: Condition, value: Value): boolean {
  if (condition.kind === 'unary') {
    switch (condition.op) {
      case 'IS_NULL':
        return value === null;
      case 'IS_NAN':
        return isNan(value);
      case 'IS_NOT_NULL':
        return value !== null;
      case 'IS_NOT_NAN':
        return value !== null && !isNan(value);
    }
  }
  const operand = condition.value;
  switch (condition.op) {
    case '==':
      return isComparable(operand) && valuesEqual(value, operand);
    case '!=':
      return isComparable(operand) && value !== null && !valuesEqual(value, operand);
    case 'in':
      return listed(operand).some((each) => isComparable(each) && valuesEqual(value, each));
    case 'not-in':
      return value !== null && listed(operand).every((each) => each !== null && !valuesEqual(value, each));
    case 'array-contains':
      return isComparable(operand) && listed(value).some((each) => valuesEqual(each, operand));
    case 'array-contains-any':
      return listed(value).some((each) =>
        listed(operand).some((candidate) => isComparable(candidate) && valuesEqual(each, candidate)),
      );
    default:
      return (
        isComparable(operand) &&
        typeOrder(value) === typeOrder(operand) &&
        compares(condition.op, value, operand)
      );
  }
}

function compares(op: '<' | '<=' | '>' | '>=', value: Value, operand: Value): boolean {
  const difference = compareValues(value, operand);
  switch (op) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}

function listed(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function isNan(value: Value): boolean {
  return typeOrder(value) === TYPE_ORDER.nan;
}

function isComparable(value: Value): boolean {
  return value !== null && !isNan(value);
}
