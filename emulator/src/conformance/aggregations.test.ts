import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { ask, type Running, startRunning } from './running.ts';

interface Case {
  readonly name: string;
  readonly parent: string;
  readonly query: unknown;
  readonly aggregations: readonly unknown[];
  readonly outcome: {
    readonly status: string;
    readonly message?: string;
    readonly aggregateFields?: unknown;
  };
}

const ROOT = 'projects/aggregations/databases/(default)/documents';
const { dataset, cases } = fixture<{
  dataset: readonly { readonly name: string; readonly fields: unknown }[];
  cases: readonly Case[];
}>('emulator-aggregations.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
  const writes = dataset.map(({ name, fields }) => ({ update: { name: `${ROOT}/${name}`, fields } }));
  const answer = await ask(running.url, { method: 'POST', path: `/v1/${ROOT}:commit`, body: { writes } });
  expect(answer.status, answer.text).toBe(200);
});
afterAll(() => running.close());

describe('aggregations', () => {
  it.each(cases)('$name', async ({ parent, query, aggregations, outcome }) => {
    const path = `/v1/${ROOT}${parent === '' ? '' : `/${parent}`}:runAggregationQuery`;
    const body = { structuredAggregationQuery: { structuredQuery: query, aggregations } };
    const answer = await ask(running.url, { method: 'POST', path, body });
    if (outcome.status !== 'OK') {
      expect(answer.json).toMatchObject({ error: { status: outcome.status, message: outcome.message } });
      return;
    }
    expect(answer.json).toStrictEqual([
      { result: { aggregateFields: outcome.aggregateFields }, readTime: expect.any(String), done: true },
    ]);
  });
});
