import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from '../store/clock.ts';
import { Database } from '../store/database.ts';
import type { DatabaseId, Document, FieldPath } from '../values/document.ts';
import { Reference } from '../values/reference.ts';
import { fromMicros } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { naiveQuery } from './naive-query.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { runQuery } from './run-query.ts';
import type { Cursor, FieldOperator, Filter, Order, StructuredQuery } from './structured-query.ts';
import { wholeCollection } from './whole-collection.ts';

const DATABASE: DatabaseId = { project: 'p', database: '(default)' };
const FIELDS: readonly FieldPath[] = [['a'], ['b'], ['m', 'x']];
const EMPTY = wholeCollection('c');

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Value>(0n, 1n, 1, 2n, 2.5, 'a', 'b') },
  { weight: 2, arbitrary: fc.constantFrom<Value>(null, Number.NaN, true, false, new Map([['x', 1n]])) },
  { weight: 2, arbitrary: fc.constantFrom<Value>([], [1n], [1, 'a'], ['b', null, Number.NaN]) },
);
const path = fc.constantFrom(
  'c/1',
  'c/2',
  'c/3',
  'c/__id7__',
  'c/z',
  'd/1/c/1',
  'd/1/c/9',
  'd/2/c/1',
  'c/1/c/2',
  'd/1',
);
const field = fc.constantFrom(...FIELDS);
const reference = path.map((each) => new Reference(`projects/p/databases/(default)/documents/${each}`));

const document: fc.Arbitrary<{ path: string; fields: Map<string, Value> }> = fc.record({
  path,
  fields: fc
    .record(
      {
        a: value,
        b: value,
        m: fc.oneof(
          value,
          value.map((x): Value => new Map([['x', x]])),
        ),
      },
      { requiredKeys: [] },
    )
    .map((fields) => new Map(Object.entries(fields))),
});

const operators: readonly FieldOperator[] = ['<', '<=', '==', '!=', '>', '>=', 'array-contains'];
const condition: fc.Arbitrary<Filter> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      field,
      op: fc.constantFrom(...operators),
      value,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      field,
      op: fc.constantFrom<FieldOperator>('in', 'not-in', 'array-contains-any'),
      value: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unary' as const),
      field,
      op: fc.constantFrom(
        'IS_NULL' as const,
        'IS_NAN' as const,
        'IS_NOT_NULL' as const,
        'IS_NOT_NAN' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      field: fc.constant(['__name__']),
      op: fc.constantFrom<FieldOperator>('<', '<=', '==', '!=', '>', '>='),
      value: reference,
    }),
  },
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  condition,
  fc.record({
    kind: fc.constant('composite' as const),
    op: fc.constantFrom('and' as const, 'or' as const),
    filters: fc.array(
      fc.oneof(
        condition,
        fc.record({
          kind: fc.constant('composite' as const),
          op: fc.constantFrom('and' as const, 'or' as const),
          filters: fc.array(condition, { minLength: 1, maxLength: 2 }),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
const order: fc.Arbitrary<Order> = fc.record({
  field,
  direction: fc.constantFrom('ASCENDING' as const, 'DESCENDING' as const),
});

const query: fc.Arbitrary<StructuredQuery> = fc
  .record({
    group: fc.boolean(),
    where: fc.option(filter, { nil: null }),
    orderBy: fc.uniqueArray(order, { maxLength: 2, selector: (each) => each.field.join('.') }),
    nameDirection: fc.option(fc.constantFrom('ASCENDING' as const, 'DESCENDING' as const), { nil: null }),
    start: fc.option(
      fc.record({ values: fc.array(value, { maxLength: 2 }), name: reference, before: fc.boolean() }),
      { nil: null },
    ),
    end: fc.option(
      fc.record({ values: fc.array(value, { maxLength: 2 }), name: reference, before: fc.boolean() }),
      { nil: null },
    ),
    offset: fc.constantFrom(0, 0, 0, 1),
    limit: fc.constantFrom(null, null, 1, 2, 3),
  })
  .map(({ group, where, orderBy, nameDirection, start, end, offset, limit }) => {
    const explicit =
      nameDirection === null ? orderBy : [...orderBy, { field: ['__name__'], direction: nameDirection }];
    const cursor = (each: typeof start): Cursor | null => {
      if (each === null) return null;
      const values = each.values.slice(0, orderBy.length);
      const full =
        nameDirection !== null && values.length === orderBy.length ? [...values, each.name] : values;
      return { values: full, before: each.before };
    };
    return {
      ...EMPTY,
      from: [{ collectionId: 'c', allDescendants: group }],
      where,
      orderBy: explicit,
      startAt: cursor(start),
      endAt: cursor(end),
      offset,
      limit,
    };
  });

function store(
  documents: readonly { path: string; fields: Map<string, Value> }[],
  smallScope: number,
): { database: Database; stored: Document[] } {
  const database = new Database(new Clock(() => 1000), smallScope);
  const time = fromMicros(1);
  const byPath = new Map(
    documents.map((each) => [each.path, { ...each, createTime: time, updateTime: time }]),
  );
  const stored = [...byPath.values()];
  database.apply(
    database.clock.nextCommit(),
    stored.map((after) => ({ path: after.path, before: null, after })),
  );
  return { database, stored };
}

const answer = (database: Database, plan: QueryPlan): string[] =>
  runQuery(database, plan).documents.map((each) => each.path);

function tryPlan(structured: StructuredQuery, parent: string): QueryPlan | null {
  try {
    return planQuery(DATABASE, parent, structured);
  } catch {
    return null;
  }
}

describe.each([0, 1000])('queries over scopes sorted up to %i documents', (smallScope) => {
  it('find what a look at every document finds, in the same order, also after changes', () => {
    let planned = 0;
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 12 }),
        fc.array(document, { maxLength: 4 }),
        query,
        fc.constantFrom('', '', 'd/1'),
        (first, later, structured, parent) => {
          const plan = tryPlan(structured, parent);
          if (plan === null) return;
          planned += 1;
          const { database, stored } = store(first, smallScope);
          expect(answer(database, plan)).toStrictEqual(naiveQuery(stored, plan));
          const now = new Map(stored.map((each) => [each.path, each]));
          for (const each of later) {
            const before = database.get(each.path);
            const after =
              before !== null && each.fields.size === 0
                ? null
                : { ...each, createTime: fromMicros(1), updateTime: fromMicros(2) };
            database.apply(database.clock.nextCommit(), [{ path: each.path, before, after }]);
            if (after === null) now.delete(each.path);
            else now.set(each.path, after);
          }
          expect(answer(database, plan)).toStrictEqual(naiveQuery([...now.values()], plan));
        },
      ),
      { numRuns: 1000 },
    );
    expect(planned).toBeGreaterThan(300);
  }, 30_000);
});

describe('a query', () => {
  const data: readonly { path: string; fields: Map<string, Value> }[] = [
    {
      path: 'c/a',
      fields: new Map<string, Value>([
        ['n', 1n],
        ['s', 'x'],
      ]),
    },
    {
      path: 'c/b',
      fields: new Map<string, Value>([
        ['n', 2n],
        ['s', 'y'],
      ]),
    },
    {
      path: 'c/c',
      fields: new Map<string, Value>([
        ['n', 3n],
        ['s', 'x'],
      ]),
    },
  ];

  it('gives only the fields that a projection names', () => {
    const { database } = store(data, 10);
    const plan = planQuery(DATABASE, '', { ...EMPTY, select: [['s']], limit: 1 });
    expect(runQuery(database, plan).documents[0]?.fields).toStrictEqual(new Map([['s', 'x']]));
    const names = planQuery(DATABASE, '', { ...EMPTY, select: [['__name__']] });
    expect(runQuery(database, names).documents.map((each) => each.fields.size)).toStrictEqual([0, 0, 0]);
  });

  it('refuses what Google refuses, in its words', () => {
    const refused = (changes: Partial<StructuredQuery>) => () =>
      planQuery(DATABASE, '', { ...EMPTY, ...changes });
    const byName: Order = { field: ['__name__'], direction: 'DESCENDING' };
    const onN: Filter = { kind: 'field', field: ['n'], op: '<', value: 3n };
    expect(refused({ limit: -1 })).toThrow('limit is negative');
    expect(refused({ orderBy: [byName] })).toThrow('Firestore does not support descending key scans');
    expect(refused({ orderBy: [byName], where: onN })).toThrow(
      'order by clause cannot contain more fields after the key',
    );
    expect(refused({ startAt: { values: [1n], before: true } })).toThrow('Cursor has too many values.');
    const isA: Filter = {
      kind: 'field',
      field: ['__name__'],
      op: '==',
      value: new Reference('projects/p/databases/(default)/documents/c/a'),
    };
    const both = (...filters: Filter[]): Filter => ({ kind: 'composite', op: 'and', filters });
    const equality = 'Equality on key is not allowed if there are other inequality fields';
    expect(refused({ where: both(isA, onN) })).toThrow(equality);
    expect(refused({ where: isA })).not.toThrow();
    expect(refused({ where: both(isA, { ...onN, op: '==' }) })).not.toThrow();
    expect(refused({ where: both(isA, onN, { ...isA, op: '>=' }) })).not.toThrow();
    expect(
      refused({
        from: [{ collectionId: '', allDescendants: false }],
        orderBy: [{ field: ['n'], direction: 'ASCENDING' }],
      }),
    ).toThrow('kind is required for all orders except __key__ ascending');
  });

  it('refuses filters on fields where no collection is named, an order twice, and a filter of none', () => {
    const refused = (changes: Partial<StructuredQuery>) => () =>
      planQuery(DATABASE, '', { ...EMPTY, ...changes });
    const is: Filter = { kind: 'field', field: ['n'], op: '==', value: 1n };
    const exists: Filter = { kind: 'unary', field: ['n'], op: 'IS_NOT_NULL' };
    for (const allDescendants of [false, true]) {
      const from = [{ collectionId: '', allDescendants }];
      for (const where of [is, exists]) {
        expect(refused({ from, where })).toThrow('kind is required for non-__key__ filters');
      }
    }
    const orders = ['ASCENDING', 'DESCENDING'].map(
      (direction) => ({ field: ['m', 'a b'], direction }) as Order,
    );
    expect(refused({ orderBy: orders })).toThrow('order by clause cannot contain duplicate fields m.`a b`');
    for (const op of ['and', 'or'] as const) {
      const none: Filter = { kind: 'composite', op, filters: [] };
      expect(refused({ where: none })).toThrow('must have one at least');
      expect(refused({ where: { kind: 'composite', op: 'and', filters: [is, none] } })).toThrow(
        'must have one at least',
      );
    }
  });

  it('refuses a reference to no document in a filter or a cursor', () => {
    const garbage = new Reference('garbage');
    const where = (op: FieldOperator, value: Value): Filter => ({
      kind: 'field',
      field: ['__name__'],
      op,
      value,
    });
    const changes: Partial<StructuredQuery>[] = [
      { where: where('>', garbage) },
      { where: where('in', [garbage]) },
      { where: { ...where('==', garbage), field: ['r'] } as Filter },
      {
        orderBy: [{ field: ['__name__'], direction: 'ASCENDING' }],
        startAt: { values: [garbage], before: true },
      },
    ];
    for (const change of changes) {
      expect(() => planQuery(DATABASE, '', { ...EMPTY, ...change })).toThrow(
        'Document name "garbage" lacks "projects" at index 0.',
      );
    }
  });

  it('refuses a collection that cannot be, and one below a document that cannot be', () => {
    const of = (parent: string, id: string, allDescendants = false) =>
      planQuery(DATABASE, parent, { ...EMPTY, from: [{ collectionId: id, allDescendants }] });
    expect(() => of('', '__x__')).toThrow('Collection id "__x__" is invalid because it is reserved.');
    expect(() => of('', '__x__', true)).toThrow('Collection id "__x__" is invalid because it is reserved.');
    expect(() => of('', 'c/a/d')).toThrow('Collection id "c/a/d" is invalid because it contains "/".');
    expect(() => of('c/__x__', 'd')).toThrow('Resource id "__x__" is invalid because it is reserved.');
    expect(() => of('c/__x__', '', true)).toThrow('Resource id "__x__" is invalid because it is reserved.');
    expect(() => of('c/__id7__', 'd')).not.toThrow();
  });

  it('refuses more alternatives and candidates than production takes', () => {
    const listed = (op: FieldOperator, count: number): Filter => ({
      kind: 'field',
      field: ['n'],
      op,
      value: Array.from({ length: count }, (_, index) => BigInt(index)),
    });
    const where = (filter: Filter) => () => planQuery(DATABASE, '', { ...EMPTY, where: filter });
    expect(where(listed('in', 30))).not.toThrow();
    expect(where(listed('in', 31))).toThrow("'IN' supports up to 30 comparison values.");
    expect(where(listed('not-in', 11))).toThrow("'NOT_IN' supports up to 10 comparison values.");
    const product: Filter = {
      kind: 'composite',
      op: 'and',
      filters: [listed('in', 6), listed('array-contains-any', 6)],
    };
    expect(where(product)).toThrow('at most 30 are allowed');
  });

  it('finds the nearest vectors first, NaN last, other dimensions not at all', () => {
    const vector = (...dimensions: number[]): Value =>
      new Map<string, Value>([
        ['__type__', '__vector__'],
        ['value', dimensions],
      ]);
    const { database } = store(
      [
        { path: 'c/far', fields: new Map([['v', vector(9, 0)]]) },
        { path: 'c/near', fields: new Map([['v', vector(1, 0)]]) },
        { path: 'c/nan', fields: new Map([['v', vector(Number.NaN, 0)]]) },
        { path: 'c/other', fields: new Map([['v', vector(1)]]) },
      ],
      10,
    );
    const plan = planQuery(DATABASE, '', {
      ...EMPTY,
      findNearest: {
        vectorField: ['v'],
        queryVector: vector(0, 0),
        measure: 'EUCLIDEAN',
        limit: 10,
        distanceResultField: 'd',
        distanceThreshold: null,
      },
    });
    const found = runQuery(database, plan).documents;
    expect(found.map((each) => [each.path, each.fields.get('d')])).toStrictEqual([
      ['c/near', 1],
      ['c/far', 9],
      ['c/nan', Number.NaN],
    ]);
  });
});
