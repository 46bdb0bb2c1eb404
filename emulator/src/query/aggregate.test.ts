import { describe, expect, it } from 'vitest';
import { Clock } from '../store/clock.ts';
import { Database } from '../store/database.ts';
import { fromMicros } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { aggregate, aggregatedFields, checkAggregations } from './aggregate.ts';
import { planQuery } from './query-plan.ts';
import type { Aggregation } from './structured-query.ts';
import { wholeCollection } from './whole-collection.ts';

const COUNT: Aggregation = { alias: 'n', kind: 'count', upTo: null, field: null };
const SUM: Aggregation = { alias: 'sum', kind: 'sum', upTo: null, field: ['v'] };
const AVG: Aggregation = { alias: 'avg', kind: 'avg', upTo: null, field: ['v'] };
const MAX = 2n ** 63n - 1n;

function run(
  values: readonly (Value | undefined)[],
  aggregations: readonly Aggregation[],
  limit: number | null = null,
): Value[] {
  const database = new Database(new Clock(() => 1));
  const time = fromMicros(1);
  const changes = values.map((value, index) => {
    const path = `c/${index}`;
    const fields = new Map<string, Value>(value === undefined ? [] : [['v', value]]);
    return { path, before: null, after: { path, fields, createTime: time, updateTime: time } };
  });
  database.apply(database.clock.nextCommit(), changes);
  const checked = checkAggregations(aggregations);
  const query = { ...wholeCollection('c'), limit };
  const plan = planQuery({ project: 'p', database: 'd' }, '', query, aggregatedFields(checked));
  return [...aggregate(database, plan, checked).values()];
}

describe('aggregations', () => {
  it.each<[string, readonly (Value | undefined)[], Value[]]>([
    ['integers', [1n, 2n, 3n], [3n, 6n, 2]],
    ['a mixture', [1n, 2n, 0.5, 'x', null, true, [1n], new Map([['a', 1n]]), undefined], [8n, 3.5, 3.5 / 3]],
    ['an overflow', [MAX, 1n], [2n, 2 ** 63, 2 ** 62]],
    ['an overflow that comes back', [MAX, 1n, -1n], [3n, MAX, Number(MAX) / 3]],
    ['NaN', [1n, Number.NaN], [2n, Number.NaN, Number.NaN]],
    [
      'opposite infinities',
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      [2n, Number.NaN, Number.NaN],
    ],
    ['integers beyond a double', [2n ** 53n + 1n, 2n ** 53n + 1n], [2n, 2n ** 54n + 2n, 2 ** 53]],
    ['strings only', ['x', 'y'], [2n, 0n, null]],
    ['doubles with whole values', [1, 2], [2n, 3, 1.5]],
    ['nothing', [], [0n, 0n, null]],
  ])('count, add and average %s', (_, values, expected) => {
    expect(run(values, [COUNT, SUM, AVG])).toStrictEqual(expected);
  });

  it('count up to a number, and within the query’s limit', () => {
    expect(run([1n, 2n, 3n], [{ ...COUNT, upTo: 2 }])).toStrictEqual([2n]);
    expect(run([1n, 2n, 3n], [{ ...COUNT, upTo: 0 }])).toStrictEqual([0n]);
    expect(run([1n, 2n, 3n], [COUNT], 2)).toStrictEqual([2n]);
  });

  it('name themselves, each once', () => {
    const unnamed = [COUNT, SUM, AVG].map((each) => ({ ...each, alias: '' }));
    expect(checkAggregations(unnamed).map((each) => each.alias)).toStrictEqual([
      'field_1',
      'field_2',
      'field_3',
    ]);
    expect(() =>
      checkAggregations([
        { ...COUNT, alias: 'field_1' },
        { ...SUM, alias: '' },
      ]),
    ).toThrow('Aggregation aliases contain duplicate alias: field_1.');
  });

  it.each<[string, readonly Aggregation[]]>([
    ['Aggregations can not be empty.', []],
    [
      'The maximum number of aggregations allowed in an aggregation query is 5. Received: 6',
      Array.from({ length: 6 }, () => COUNT),
    ],
    ['The property.name "__x__" is reserved.', [{ ...COUNT, alias: '__x__' }]],
    ['The property.name is longer than 1500 bytes.', [{ ...COUNT, alias: 'é'.repeat(751) }]],
    ['Aggregations are not supported for the property: __key__', [{ ...SUM, field: ['__name__'] }]],
    [
      'The `up_to` value in a COUNT aggregation must be greater than or equal to zero.',
      [{ ...COUNT, upTo: -1 }],
    ],
    ['Invalid empty property path string.', [{ ...SUM, field: null }]],
  ])('are refused with: %s', (message, aggregations) => {
    expect(() => checkAggregations(aggregations)).toThrow(message);
  });
});
