import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { ask, type Running, startRunning } from './running.ts';

const ROOT = 'projects/demo/databases/(default)/documents';
const { values, paths } = fixture<{
  values: {
    readonly groups: readonly (readonly unknown[])[];
    readonly rejected: readonly { readonly value: unknown; readonly error: string }[];
  };
  paths: { readonly order: readonly string[] };
}>('emulator-value_order.json');

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

const commit = (writes: unknown[]) =>
  ask(running.url, { method: 'POST', path: `/v1/${ROOT}:commit`, body: { writes } });

async function query(structuredQuery: unknown): Promise<string[]> {
  const answer = await ask(running.url, {
    method: 'POST',
    path: `/v1/${ROOT}:runQuery`,
    body: { structuredQuery },
  });
  const entries = answer.json as { document: { name: string } }[];
  return entries.map(({ document }) => document.name.split('/documents/')[1] ?? '');
}

describe('order', () => {
  it('of values is the recorded one, ties by name', async () => {
    const expected = values.groups.flatMap((group, index) =>
      group.map((value, tie) => ({ id: `${String(index).padStart(3, '0')}-${tie}`, value })),
    );
    const shuffled = expected.toSorted((a, b) => (a.id.at(-3) ?? '').localeCompare(b.id.at(-3) ?? ''));
    const answer = await commit(
      shuffled.map(({ id, value }) => ({ update: { name: `${ROOT}/values/${id}`, fields: { v: value } } })),
    );
    expect(answer.status, answer.text).toBe(200);
    const found = await query({
      from: [{ collectionId: 'values' }],
      orderBy: [{ field: { fieldPath: 'v' } }],
    });
    expect(found).toStrictEqual(expected.map(({ id }) => `values/${id}`));
  });

  it('of paths is the recorded one', async () => {
    await commit(
      paths.order.toReversed().map((path) => ({ update: { name: `${ROOT}/${path}`, fields: {} } })),
    );
    expect(await query({ from: [{ collectionId: 'items', allDescendants: true }] })).toStrictEqual(
      paths.order,
    );
  });

  it.each(values.rejected)('has no place for $error', async ({ value, error }) => {
    const answer = await commit([{ update: { name: `${ROOT}/rejected/x`, fields: { v: value } } }]);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: { message: error } });
  });
});
