import { GeoPoint } from '../../values/geo-point.ts';
import type { Value } from '../../values/value.ts';
import type { QueryShape, ShapeFilter } from '../access.ts';
import type { FieldFact } from './known-document.ts';

/** More alternatives than a query may have in Firestore (30 after expansion), with room for number types. */
const maximumBranches = 512;

type Facts = readonly FieldFact[];

/**
 * The query as alternatives, each a list of facts: every document that the query returns satisfies all facts of at
 * least one of them. A rule that allows each alternative therefore allows every document. null: too many.
 */
export function queryBranches(query: QueryShape): readonly Facts[] | null {
  const ordered: Facts = query.orderBy
    .filter(({ field }) => !isDocumentName(field))
    .map(({ field }) => ({ field, fact: { kind: 'exists' } }));
  if (query.where === null) return [ordered];
  const branches = expand(query.where);
  return branches?.map((facts) => [...facts, ...ordered]) ?? null;
}

function expand(filter: ShapeFilter): readonly Facts[] | null {
  switch (filter.kind) {
    case 'composite':
      return filter.op === 'or' ? either(filter.filters) : all(filter.filters);
    case 'unary':
      return isDocumentName(filter.field) ? [[]] : [[unaryFact(filter.field, filter.op)]];
    case 'field':
      return isDocumentName(filter.field) ? [[]] : fieldBranches(filter.field, filter.op, filter.value);
  }
}

function either(filters: readonly ShapeFilter[]): readonly Facts[] | null {
  const branches: Facts[] = [];
  for (const filter of filters) {
    const expanded = expand(filter);
    if (expanded === null || branches.length + expanded.length > maximumBranches) return null;
    branches.push(...expanded);
  }
  return branches;
}

function all(filters: readonly ShapeFilter[]): readonly Facts[] | null {
  let branches: readonly Facts[] = [[]];
  for (const filter of filters) {
    const expanded = expand(filter);
    if (expanded === null || branches.length * expanded.length > maximumBranches) return null;
    branches = branches.flatMap((facts) => expanded.map((more) => [...facts, ...more]));
  }
  return branches;
}

type UnaryOperator = (ShapeFilter & { kind: 'unary' })['op'];

function unaryFact(field: readonly string[], operator: UnaryOperator): FieldFact {
  switch (operator) {
    case 'IS_NULL':
      return { field, fact: { kind: 'is', value: null } };
    case 'IS_NAN':
      return { field, fact: { kind: 'is', value: Number.NaN } };
    case 'IS_NOT_NULL':
      return { field, fact: { kind: 'not', values: [null] } };
    case 'IS_NOT_NAN':
      return { field, fact: { kind: 'exists' } };
  }
}

function fieldBranches(field: readonly string[], operator: string, value: Value): readonly Facts[] | null {
  const alternatives = Array.isArray(value) ? (value as readonly Value[]) : [];
  const fact = (known: FieldFact['fact']): Facts => [{ field, fact: known }];
  switch (operator) {
    case '==':
      return equalTo(value).map(fact);
    case 'in':
      return capped(alternatives.flatMap(equalTo).map(fact));
    case 'array-contains':
      return containing(value).map(fact);
    case 'array-contains-any':
      return capped(alternatives.flatMap(containing).map(fact));
    case '!=':
      return [fact({ kind: 'not', values: [value] })];
    case 'not-in':
      return [fact({ kind: 'not', values: alternatives })];
    case '<':
    case '<=':
      return [fact({ kind: 'below', bound: value, inclusive: operator === '<=' })];
    case '>':
    case '>=':
      return [fact({ kind: 'above', bound: value, inclusive: operator === '>=' })];
    default:
      return [fact({ kind: 'exists' })];
  }
}

function capped(branches: readonly Facts[]): readonly Facts[] | null {
  return branches.length <= maximumBranches ? branches : null;
}

function equalTo(value: Value): FieldFact['fact'][] {
  const stored = storedForms(value);
  return stored === null ? [{ kind: 'exists' }] : stored.map((form) => ({ kind: 'is', value: form }));
}

function containing(value: Value): FieldFact['fact'][] {
  const stored = storedForms(value);
  return stored === null ? [{ kind: 'exists' }] : stored.map((form) => ({ kind: 'contains', value: form }));
}

/**
 * Every stored value that Firestore finds equal to a filter's value. It compares ints with floats by value, and
 * rules can tell them apart, so 1 may stand for 1 and for 1.0. null where the forms cannot be listed: NaN, and
 * arrays or maps with numbers in them.
 */
function storedForms(value: Value): readonly Value[] | null {
  if (typeof value === 'bigint') {
    const float = Number(value);
    return BigInt(float) === value ? [value, float] : [value];
  }
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return null;
    const asInt = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
    return asInt ? [BigInt(value), value] : [value];
  }
  return holdsNumber(value) ? null : [value];
}

function holdsNumber(value: Value): boolean {
  if (typeof value === 'bigint' || typeof value === 'number') return true;
  if (Array.isArray(value)) return value.some(holdsNumber);
  if (value instanceof Map) return [...value.values()].some(holdsNumber);
  return value instanceof GeoPoint && (Object.is(value.latitude, -0) || Object.is(value.longitude, -0));
}

function isDocumentName(field: readonly string[]): boolean {
  return field.length === 1 && field[0] === '__name__';
}
