/** Whatever a request says, it is answered, and never with an error of ours. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, OWNER, type Running, startRunning } from './running.ts';

const DOCUMENTS = 'projects/demo/databases/(default)/documents';
type Json = fc.JsonValue;

const field = (fieldPath: string, op: string, value: Json): Json => ({
  fieldFilter: { field: { fieldPath }, op, value },
});
const REFERENCE = { referenceValue: `${DOCUMENTS}/c/a` };
const LIST = { arrayValue: { values: [{ integerValue: '1' }, { doubleValue: 'NaN' }, { nullValue: null }] } };

/** One whole request of each call, to be spoilt. */
const REQUESTS: readonly (readonly [verb: string, body: Json])[] = [
  [
    ':commit',
    {
      writes: [
        {
          update: { name: `${DOCUMENTS}/c/a`, fields: { n: { integerValue: '1' }, l: LIST, r: REFERENCE } },
          updateMask: { fieldPaths: ['n', '`a b`.c'] },
          updateTransforms: [
            { fieldPath: 'n', increment: { integerValue: '1' } },
            { fieldPath: 'at', setToServerValue: 'REQUEST_TIME' },
            { fieldPath: 'l', appendMissingElements: { values: [{ stringValue: 'x' }] } },
          ],
          currentDocument: { exists: true },
        },
        { delete: `${DOCUMENTS}/c/b`, currentDocument: { updateTime: '2020-01-01T00:00:00Z' } },
        { verify: `${DOCUMENTS}/c/d` },
      ],
    },
  ],
  [':batchWrite', { writes: [{ update: { name: `${DOCUMENTS}/c/a`, fields: { l: LIST } } }], labels: {} }],
  [
    ':runQuery',
    {
      structuredQuery: {
        from: [{ collectionId: 'c', allDescendants: true }],
        select: { fields: [{ fieldPath: 'n' }] },
        where: {
          compositeFilter: {
            op: 'AND',
            filters: [
              field('n', 'GREATER_THAN', { integerValue: '0' }),
              field('l', 'ARRAY_CONTAINS_ANY', LIST),
              { unaryFilter: { field: { fieldPath: 'n' }, op: 'IS_NOT_NULL' } },
            ],
          },
        },
        orderBy: [
          { field: { fieldPath: 'n' }, direction: 'DESCENDING' },
          { field: { fieldPath: '__name__' } },
        ],
        startAt: { values: [{ integerValue: '9' }, REFERENCE], before: true },
        offset: 1,
        limit: 5,
      },
    },
  ],
  [
    ':runAggregationQuery',
    {
      structuredAggregationQuery: {
        structuredQuery: { from: [{ collectionId: 'c' }], where: field('n', 'IN', LIST) },
        aggregations: [{ alias: 'n', count: { upTo: '3' } }, { sum: { field: { fieldPath: 'n' } } }],
      },
    },
  ],
  [':batchGet', { documents: [`${DOCUMENTS}/c/a`], mask: { fieldPaths: ['n'] }, readTime: null }],
  [':beginTransaction', { options: { readOnly: { readTime: '2030-01-01T00:00:00Z' } } }],
  [':rollback', { transaction: 'AAAAAAAAAAE=' }],
  [':listCollectionIds', { pageSize: 2, pageToken: 'Yw' }],
  ['/c?documentId=a', { fields: { n: { integerValue: '1' } } }],
];
const STRANGE: readonly Json[] = [
  '',
  '__name__',
  '__x__',
  'a..b',
  'NaN',
  'AA==',
  DOCUMENTS,
  `${DOCUMENTS}/c/a`,
  '9999-12-31T23:59:59.999999999Z',
  2 ** 31,
  -1,
  LIST,
  REFERENCE,
  { referenceValue: '/' },
  { mapValue: { fields: { __type__: { stringValue: '__vector__' }, value: { arrayValue: {} } } } },
];

/** Every place inside, as the keys that lead there. */
function placesIn(json: Json, at: readonly string[] = []): (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [at];
  return [at, ...Object.entries(json).flatMap(([key, inner]) => placesIn(inner ?? null, [...at, key]))];
}

function replaced(json: Json, [key, ...rest]: readonly string[], part: Json): Json {
  if (key === undefined || typeof json !== 'object' || json === null) return part;
  if (Array.isArray(json)) {
    return json.map((each, index) => (String(index) === key ? replaced(each, rest, part) : each));
  }
  return { ...json, [key]: replaced(json[key] ?? null, rest, part) };
}

const spoilt = fc.constantFrom(...REQUESTS).chain(([verb, body]) =>
  fc.record({
    verb: fc.constant(verb),
    body: fc
      .tuple(fc.constantFrom(...placesIn(body)), fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue()))
      .map(([place, part]) => replaced(body, place, part)),
  }),
);

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

it('answers requests with anything in any place, with no error of its own', async () => {
  await fc.assert(
    fc.asyncProperty(spoilt, async ({ verb, body }) => {
      const path = `/v1/${DOCUMENTS}${verb}`;
      const answer = await ask(running.url, { method: 'POST', path, body, headers: OWNER });
      expect(answer.json, answer.text).not.toBeNull();
      expect(answer.status, answer.text).not.toBe(500);
    }),
    { numRuns: 500 },
  );
}, 30_000);
