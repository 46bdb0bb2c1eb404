/**
 * The property that matters most: a query that is allowed returns no document whose own `get` the same rule would
 * deny. Here over random rules and filters on several fields; its neighbours go through one field and through paths.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../values/value.ts';
import type { QueryShape, ShapeFilter } from '../access.ts';
import { evaluateAccess } from '../evaluate-access.ts';
import { accessRequest, document, queryShape, readerOf, rulesetOf } from '../testing/access-requests.ts';
import { type Fields, fieldOf, matchesFilter } from '../testing/matches-filter.ts';
import { writtenValues } from '../testing/written-values.ts';

/** What one run is about. Few fields and values, so that rules, filters and documents have much to do with each other. */
interface Pool {
  readonly field: fc.Arbitrary<string>;
  readonly value: fc.Arbitrary<Value>;
  readonly literal: fc.Arbitrary<string>;
}

const fields = ['x', 'y', 'tags', 'm.k', 'm'] as const;
const scalars: readonly Value[] = [...writtenValues.map(([, value]) => value), 2n, Number.NaN];

const pool: fc.Arbitrary<Pool> = fc
  .record({
    some: fc.subarray([...fields], { minLength: 1, maxLength: 2 }),
    pairs: fc.subarray([...writtenValues], { minLength: 1, maxLength: 3 }),
    withNaN: fc.boolean(),
  })
  .map(({ some, pairs, withNaN }) => ({
    field: fc.constantFrom(...some),
    value: fc.constantFrom(...pairs.map(([, value]) => value), ...(withNaN ? [Number.NaN] : [])),
    literal: fc.constantFrom(...pairs.map(([literal]) => literal)),
  }));

const unaryOperators = ['IS_NULL', 'IS_NAN', 'IS_NOT_NULL', 'IS_NOT_NAN'] as const;

function filterOver({ field, value }: Pool): fc.Arbitrary<ShapeFilter> {
  const leaf: fc.Arbitrary<ShapeFilter> = fc.oneof(
    fc
      .tuple(field, fc.constantFrom('==', '!=', '<', '<=', '>', '>=', 'array-contains'), value)
      .map(([name, op, one]): ShapeFilter => ({ kind: 'field', field: name.split('.'), op, value: one })),
    fc
      .tuple(
        field,
        fc.constantFrom('in', 'not-in', 'array-contains-any'),
        fc.array(value, { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([name, op, several]): ShapeFilter => ({ kind: 'field', field: name.split('.'), op, value: several }),
      ),
    fc
      .tuple(field, fc.constantFrom(...unaryOperators))
      .map(([name, op]): ShapeFilter => ({ kind: 'unary', field: name.split('.'), op })),
    field.map((name): ShapeFilter => {
      const [first = '', ...rest] = name.split('.');
      const value = rest.length > 0 ? new Map<string, Value>([['k', 'a']]) : 'a';
      return { kind: 'field', field: [first], op: '==', value };
    }),
  );
  return fc.letrec<{ filter: ShapeFilter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
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
}

function atomOver({ field, literal }: Pool): fc.Arbitrary<string> {
  const list = fc.array(literal, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
  const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const types = fc.constantFrom('int', 'float', 'number', 'string', 'list', 'bool', 'map');
  return fc.oneof(
    fc.tuple(field, operator, literal).map(([name, op, one]) => `resource.data.${name} ${op} ${one}`),
    fc.tuple(field, operator, literal).map(([name, op, one]) => `${one} ${op} resource.data.${name}`),
    fc.tuple(field, types).map(([name, type]) => `resource.data.${name} is ${type}`),
    fc.constantFrom('x', 'y', 'tags', 'm').map((name) => `'${name}' in resource.data`),
    fc.tuple(field, list).map(([name, items]) => `resource.data.${name} in ${items}`),
    fc.tuple(field, literal).map(([name, one]) => `${one} in resource.data.${name}`),
    fc
      .tuple(field, fc.constantFrom('hasAny', 'hasAll', 'hasOnly'), list)
      .map(([name, method, items]) => `resource.data.${name}.${method}(${items})`),
    fc.tuple(field, literal).map(([name, one]) => `resource.data.get('${name}', ${one}) == ${one}`),
    literal.map((one) => `resource.data.get(['m', 'k'], ${one}) == ${one}`),
    fc.tuple(field, field).map(([a, b]) => `resource.data.${a} == resource.data.${b}`),
    fc.tuple(field, literal).map(([name, one]) => `resource.data.${name} + 1 == ${one}`),
    fc.tuple(field, literal).map(([name, one]) => `[resource.data.${name}] == [${one}]`),
    field.map((name) => `isFine(resource.data.${name})`),
    fc.constantFrom(
      ...["resource.data.m == {'k': 'a'}", "resource.data.m.keys().hasOnly(['k'])", "'k' in resource.data.m"],
      ...[
        'resource.data.m != null',
        'resource != null',
        'resource.data.keys().size() > 0',
        "resource.id == 'd'",
      ],
      ...["id == 'd'", "id != 'd'", "!('j' in resource.data.m)", "resource.data.m.get('j', 1) == 1"],
    ),
  );
}

function conditionOver(of: Pool): fc.Arbitrary<string> {
  return fc.letrec<{ condition: string }>((tie) => {
    const condition = tie('condition');
    return {
      condition: fc.oneof(
        { depthSize: 'small' },
        { weight: 4, arbitrary: atomOver(of) },
        { weight: 2, arbitrary: fc.tuple(condition, condition).map(([a, b]) => `(${a}) && (${b})`) },
        { weight: 3, arbitrary: fc.tuple(condition, condition).map(([a, b]) => `(${a}) || (${b})`) },
        { weight: 1, arbitrary: condition.map((inner) => `!(${inner})`) },
        {
          weight: 1,
          arbitrary: fc.tuple(condition, condition, condition).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
        },
      ),
    };
  }).condition;
}

/** Documents of every shape that filters and conditions above can tell apart; `undefined` is a field left out. */
function everyDocument(): readonly Fields[] {
  const documents: Fields[] = [];
  const map = (entries: readonly (readonly [string, Value])[]) => new Map<string, Value>(entries);
  const maps = [1n, 1, Number.NaN, 'a', null].map((k) => map([['k', k]]));
  for (const x of [undefined, ...scalars, ['a']]) {
    for (const y of [undefined, 0n, 1, 'a', Number.NaN, null]) {
      for (const tags of [undefined, [], [1n], [1, 'a'], ['a', 'b', null], 'a', 2.5]) {
        for (const m of [
          undefined,
          ...maps,
          map([
            ['k', 'a'],
            ['j', 1n],
          ]),
          'a',
        ]) {
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
const stride = 17;

interface Run {
  readonly rule: string;
  readonly where: ShapeFilter;
  readonly orderBy: readonly string[];
  readonly offset: number;
}

const run: fc.Arbitrary<Run> = pool.chain((of) =>
  fc.record({
    rule: conditionOver(of),
    where: filterOver(of),
    orderBy: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.tuple(of.field)),
    offset: fc.nat(stride - 1),
  }),
);

function denied({ rule, where, orderBy, offset }: Run) {
  const ruleset = rulesetOf(`
    function isFine(value) { let wanted = 'a'; return value == wanted || value is number; }
    match /things/{id} { allow read: if ${rule}; }`);
  const query: Partial<QueryShape> = {
    where,
    orderBy: orderBy.map((name) => ({ field: name.split('.'), direction: 'ASC' })),
  };
  const list = accessRequest({ method: 'list', path: 'things/*', query: queryShape(query) });
  if (!evaluateAccess(ruleset, list, readerOf([])).allowed) return null;
  const returned = documents.filter(
    (candidate, index) =>
      index % stride === offset &&
      matchesFilter(where, candidate) &&
      orderBy.every((name) => fieldOf(candidate, name.split('.')) !== undefined),
  );
  const refused = returned.filter((candidate, index) => {
    const resource = { ...document(index % 2 === 0 ? 'things/d' : 'things/e', {}), fields: candidate };
    const get = accessRequest({ path: resource.path, resource });
    return !evaluateAccess(ruleset, get, readerOf([])).allowed;
  });
  return { returned: returned.length, refused };
}

describe('list proved from the query', () => {
  it('an allowed query returns no document that the same rule would deny', () => {
    let allowed = 0;
    let returned = 0;
    fc.assert(
      fc.property(run, (one) => {
        const result = denied(one);
        if (result === null) return;
        allowed += 1;
        returned += result.returned;
        expect(result.refused).toStrictEqual([]);
      }),
      { numRuns: 4000 },
    );
    // Without these the property would hold of an engine that denies everything.
    expect(allowed).toBeGreaterThan(200);
    expect(returned).toBeGreaterThan(1000);
  }, 60_000);
});
