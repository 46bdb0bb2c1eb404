/**
 * The property that matters most: a query that is allowed returns no document whose own `get` the same rule would
 * deny. The query's filters are applied here by a plain reading of Firestore's documentation.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../values/value.ts';
import type { ShapeFilter } from '../access.ts';
import { evaluateAccess } from '../evaluate-access.ts';
import { accessRequest, document, queryShape, readerOf, rulesetOf } from '../testing/access-requests.ts';

const scalars: readonly Value[] = [0n, 1n, 2n, 1, 2.5, Number.NaN, 'a', 'b', true, null];
const scalar = fc.constantFrom(...scalars);
const fields = ['x', 'y', 'tags', 'm.k'];
const field = fc.constantFrom(...fields);

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

/** Firestore's equality: numbers by value, NaN equal to itself. */
function same(a: Value, b: Value): boolean {
  if (isNumber(a) && isNumber(b)) {
    // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number compare by mathematical value
    return a == b || (Number.isNaN(a) && Number.isNaN(b));
  }
  return a === b;
}

/** -1, 0 or 1 within one type, NaN first among numbers; null between types. */
function order(a: Value, b: Value): number | null {
  if (isNumber(a) && isNumber(b)) {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
    return a < b ? -1 : Number(a > b);
  }
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  return null;
}

function lookUp(data: ReadonlyMap<string, Value>, path: readonly string[]): Value | undefined {
  let current: Value | undefined = data;
  for (const name of path)
    current = current instanceof Map ? (current as ReadonlyMap<string, Value>).get(name) : undefined;
  return current;
}

function matches(filter: ShapeFilter, data: ReadonlyMap<string, Value>): boolean {
  if (filter.kind === 'composite') {
    return filter.op === 'or'
      ? filter.filters.some((inner) => matches(inner, data))
      : filter.filters.every((inner) => matches(inner, data));
  }
  const actual = lookUp(data, filter.field);
  if (actual === undefined) return false;
  if (filter.kind === 'unary') {
    if (filter.op === 'IS_NULL') return actual === null;
    if (filter.op === 'IS_NOT_NULL') return actual !== null;
    return Number.isNaN(actual) === (filter.op === 'IS_NAN');
  }
  const { op, value } = filter;
  const several = Array.isArray(value) ? (value as readonly Value[]) : [];
  const items = Array.isArray(actual) ? (actual as readonly Value[]) : [];
  const position = order(actual, value);
  switch (op) {
    case '==':
      return same(actual, value);
    case '!=':
      return actual !== null && !same(actual, value);
    case 'in':
      return several.some((one) => same(actual, one));
    case 'not-in':
      return actual !== null && !several.some((one) => same(actual, one));
    case 'array-contains':
      return items.some((item) => same(item, value));
    case 'array-contains-any':
      return items.some((item) => several.some((one) => same(item, one)));
    case '<':
      return position !== null && position < 0;
    case '<=':
      return position !== null && position <= 0;
    case '>':
      return position !== null && position > 0;
    default:
      return position !== null && position >= 0;
  }
}

const leafFilter: fc.Arbitrary<ShapeFilter> = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('==', '!=', '<', '<=', '>', '>=', 'array-contains'), scalar)
    .map(([name, op, value]): ShapeFilter => ({ kind: 'field', field: name.split('.'), op, value })),
  fc
    .tuple(
      field,
      fc.constantFrom('in', 'not-in', 'array-contains-any'),
      fc.array(scalar, { minLength: 1, maxLength: 3 }),
    )
    .map(([name, op, value]): ShapeFilter => ({ kind: 'field', field: name.split('.'), op, value })),
  fc
    .tuple(
      field,
      fc.constantFrom('IS_NULL' as const, 'IS_NAN' as const, 'IS_NOT_NULL' as const, 'IS_NOT_NAN' as const),
    )
    .map(([name, op]): ShapeFilter => ({ kind: 'unary', field: name.split('.'), op })),
);

const filter: fc.Arbitrary<ShapeFilter> = fc.letrec<{ filter: ShapeFilter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    { weight: 3, arbitrary: leafFilter },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
        )
        .map(([op, filters]): ShapeFilter => ({ kind: 'composite', op, filters })),
    },
  ),
})).filter;

const literals = ['0', '1', '2', '1.0', '2.5', "'a'", "'b'", 'true', 'null'];
const literal = fc.constantFrom(...literals);
const atoms = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), literal)
    .map(([name, op, value]) => `resource.data.${name} ${op} ${value}`),
  fc
    .tuple(field, fc.constantFrom('==', '<'), literal)
    .map(([name, op, value]) => `${value} ${op} resource.data.${name}`),
  fc
    .tuple(field, fc.constantFrom('int', 'float', 'number', 'string', 'list', 'bool', 'map'))
    .map(([name, type]) => `resource.data.${name} is ${type}`),
  fc.constantFrom('x', 'y', 'tags', 'm').map((name) => `'${name}' in resource.data`),
  fc
    .tuple(field, fc.array(literal, { maxLength: 3 }))
    .map(([name, items]) => `resource.data.${name} in [${items.join(', ')}]`),
  literal.map((value) => `${value} in resource.data.tags`),
  fc
    .tuple(fc.constantFrom('hasAny', 'hasAll', 'hasOnly'), fc.array(literal, { maxLength: 3 }))
    .map(([method, items]) => `resource.data.tags.${method}([${items.join(', ')}])`),
  fc.tuple(field, literal).map(([name, value]) => `resource.data.get('${name}', ${value}) == ${value}`),
  fc.tuple(literal).map(([value]) => `resource.data.get(['m', 'k'], ${value}) == ${value}`),
  fc.tuple(field, field).map(([a, b]) => `resource.data.${a} == resource.data.${b}`),
  fc.tuple(field, literal).map(([name, value]) => `resource.data.${name} + 1 == ${value}`),
  fc.constantFrom(
    'resource.data.m != null',
    'resource != null',
    'resource.data.keys().size() > 0',
    "resource.id == 'd'",
  ),
  fc.constantFrom(
    'isFine(resource.data.x)',
    'isFine(resource.data.y)',
    'id == "d"',
    '[resource.data.x] == [1]',
  ),
);
const condition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: atoms },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) && (${b})`),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) || (${b})`),
    },
    { weight: 1, arbitrary: tie('condition').map((inner) => `!(${inner})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    },
  ),
})).condition;

type Data = ReadonlyMap<string, Value>;

/** Documents of every shape that filters and conditions above can tell apart; `undefined` is a field left out. */
function everyDocument(): readonly Data[] {
  const documents: Data[] = [];
  for (const x of [undefined, ...scalars, ['a']]) {
    for (const y of [undefined, 0n, 1, 'a', Number.NaN, null]) {
      for (const tags of [undefined, [], [1n], [1, 'a'], ['a', 'b', null]]) {
        for (const k of [undefined, 1n, 1, Number.NaN, 'a', null]) {
          const m = k === undefined ? undefined : new Map<string, Value>([['k', k]]);
          const entries = Object.entries({ x, y, tags, m }).flatMap(([name, value]): [string, Value][] =>
            value === undefined ? [] : [[name, value]],
          );
          documents.push(new Map(entries));
        }
      }
    }
  }
  return documents;
}

const documents = everyDocument();
/** Each run takes every so many of them, from an offset of its own. */
const stride = 7;

function denied(rule: string, where: ShapeFilter, candidates: readonly Data[]) {
  const ruleset = rulesetOf(`
    function isFine(value) { let wanted = 'a'; return value == wanted || value is number; }
    match /things/{id} { allow read: if ${rule}; }`);
  const list = accessRequest({ method: 'list', path: 'things/*', query: queryShape({ where }) });
  if (!evaluateAccess(ruleset, list, readerOf([])).allowed) return null;
  const returned = candidates.filter((fields) => matches(where, fields));
  const refused = returned.filter((fields) => {
    const resource = { ...document('things/d', {}), fields };
    return !evaluateAccess(ruleset, accessRequest({ path: 'things/d', resource }), readerOf([])).allowed;
  });
  return { returned: returned.length, refused };
}

describe('list proved from the query', () => {
  it('an allowed query returns no document that the same rule would deny', () => {
    let allowed = 0;
    let returned = 0;
    fc.assert(
      fc.property(condition, filter, fc.nat(stride - 1), (rule, where, offset) => {
        const result = denied(
          rule,
          where,
          documents.filter((_, index) => index % stride === offset),
        );
        if (result === null) return;
        allowed += 1;
        returned += result.returned;
        expect(result.refused).toEqual([]);
      }),
      { numRuns: 2500 },
    );
    // Without these the property would hold of an engine that denies everything.
    expect(allowed).toBeGreaterThan(100);
    expect(returned).toBeGreaterThan(1000);
  }, 60_000);
});
