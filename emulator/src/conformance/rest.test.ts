/** What only REST has: paths, verbs and parameters, and what becomes of those that name nothing. */
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, OWNER, type Running, startRunning } from './running.ts';

const DOCUMENTS = 'projects/demo/databases/(default)/documents';
const ROOT = `/v1/${DOCUMENTS}`;

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
beforeEach(async () => {
  await ask(running.url, { method: 'POST', path: '/reset' });
});
afterAll(() => running.close());

const post = (path: string, body: unknown) =>
  ask(running.url, { method: 'POST', path: `${ROOT}${path}`, body, headers: OWNER });
const collections = async () => (await post(':listCollectionIds', {})).json;
const refusal = (message: string) => ({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } });

describe('createDocument', () => {
  it.each(['a/b', 'a/b/c', '/'])('does not take the ID %s, which would be another path', async (id) => {
    const answer = await post(`/c?documentId=${encodeURIComponent(id)}`, { fields: {} });
    expect(answer.json).toStrictEqual(refusal(`Resource id "${id}" is invalid because it contains "/".`));
    expect(await collections()).toStrictEqual({});
  });

  it('takes an empty body for an empty document, but not null', async () => {
    expect((await post('/c?documentId=a', '')).json).toMatchObject({ name: `${DOCUMENTS}/c/a` });
    expect((await post('/c?documentId=b', 'null')).json).toStrictEqual(
      refusal("Payload isn't valid for request."),
    );
  });
});

describe('a verb', () => {
  it.each(['runQuery', 'runAggregationQuery', 'listCollectionIds'])(
    '%s of a collection is no document of a collection with a strange name',
    async (verb) => {
      const answer = await post(`/c:${verb}`, {});
      expect(answer.json).toStrictEqual(
        refusal(`Document parent name "${DOCUMENTS}/c" lacks "/" at index ${DOCUMENTS.length + 2}.`),
      );
      expect(await collections()).toStrictEqual({});
    },
  );
});

describe('runQuery', () => {
  it('tells of a new transaction by itself, of an offset with the first result, and of the end with the last', async () => {
    for (const id of ['a', 'b', 'c']) await post(`/c?documentId=${id}`, {});
    const run = async (query: object, more: object = {}) =>
      (await post(':runQuery', { structuredQuery: { from: [{ collectionId: 'c' }], ...query }, ...more }))
        .json;
    const [readTime, transaction] = [expect.any(String), expect.any(String)];
    const found = (id: string) => ({
      document: { name: `${DOCUMENTS}/c/${id}`, createTime: readTime, updateTime: readTime },
      readTime,
    });
    expect(await run({ offset: 1 })).toStrictEqual([
      { ...found('b'), skippedResults: 1 },
      { ...found('c'), done: true },
    ]);
    expect(await run({ offset: 9 })).toStrictEqual([{ readTime, skippedResults: 3, done: true }]);
    expect(await run({ limit: 1 }, { newTransaction: { readOnly: {} } })).toStrictEqual([
      { transaction },
      { ...found('a'), done: true },
    ]);
  });
});

describe('batchGet', () => {
  it('answers each name once, in the order asked for, and finds nothing of another database', async () => {
    await post('/c?documentId=a', {});
    const [a, z] = [`${DOCUMENTS}/c/a`, `${DOCUMENTS}/c/z`];
    const other = 'projects/demo/databases/other/documents/c/a';
    const { json } = await post(':batchGet', { documents: [z, other, a, z, a] });
    expect(json).toMatchObject([{ missing: z }, { missing: other }, { found: { name: a } }]);
    expect(json).toHaveLength(3);
  });
});

describe('batchWrite', () => {
  it('acknowledges a write to another database and stores it nowhere, as commit does', async () => {
    const write = (database: string) => ({
      update: { name: `projects/demo/databases/${database}/documents/c/a`, fields: {} },
    });
    for (const verb of [':batchWrite', ':commit']) {
      const answer = await post(verb, { writes: [write('other'), write('(default)')] });
      expect(answer.json).toMatchObject({ writeResults: [{}, { updateTime: expect.any(String) }] });
      const elsewhere = await ask(running.url, {
        method: 'GET',
        path: '/v1/projects/demo/databases/other/documents/c',
        headers: OWNER,
      });
      expect(elsewhere.json).toStrictEqual({});
    }
    const { json } = await post(':batchGet', { documents: [`${DOCUMENTS}/c/a`] });
    expect(json).toMatchObject([{ found: { name: `${DOCUMENTS}/c/a` } }]);
    await ask(running.url, { method: 'DELETE', path: `${ROOT}/c/a`, headers: OWNER });
    await post(':batchWrite', { writes: [write('other')] });
    expect(await collections()).toStrictEqual({});
  });
});

describe('a request line', () => {
  it('may name the server too', async () => {
    const type = await new Promise((resolve, reject) => {
      const path = `http://localhost:1${ROOT}/c/a`;
      const sent = request({ host: '127.0.0.1', port: running.port, path }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.headers['content-type']));
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(type).toBe('application/json');
  });
});
