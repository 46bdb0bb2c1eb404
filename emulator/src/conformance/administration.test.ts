import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, OWNER, type Running, startRunning } from './running.ts';

const DATABASE = 'projects/demo/databases/(default)';
const directory = mkdtempSync(join(tmpdir(), 'administration-'));
const delivered: string[] = [];
const functions = createServer((request, response) => {
  delivered.push(`${request.url} ${request.headers['ce-document'] ?? ''}`);
  request.resume().on('end', async () => {
    await beforeAnswer();
    response.end('{}');
  });
});
/** What a function does. */
let beforeAnswer = async () => {};

let running: Running;
beforeAll(async () => {
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
  const { port } = functions.address() as AddressInfo;
  running = await startRunning({ functions: { host: '127.0.0.1', port } });
});
afterAll(async () => {
  await running.close();
  functions.closeAllConnections();
  functions.close();
  rmSync(directory, { recursive: true, force: true });
});

const post = (path: string, body: unknown) =>
  ask(running.url, { method: 'POST', path: `/emulator/v1/${path}`, body });
const put = (path: string, n: number) =>
  ask(running.url, {
    method: 'PATCH',
    path: `/v1/${DATABASE}/documents/${path}`,
    body: { fields: { n: { integerValue: String(n) } } },
    headers: OWNER,
  });
const get = async (path: string) =>
  (await ask(running.url, { method: 'GET', path: `/v1/${DATABASE}/documents/${path}`, headers: OWNER }))
    .json as {
    fields?: unknown;
    createTime?: string;
    updateTime?: string;
  };
const clear = () => ask(running.url, { method: 'DELETE', path: `/emulator/v1/${DATABASE}/documents` });
const metadata = (name: string) => join(directory, name, `${name}.overall_export_metadata`);

describe('export and import', () => {
  it('bring everything back', async () => {
    await put('c/a', 1);
    await put('c/a/sub/b', 2);
    const exported = await post('projects/demo:export', {
      database: DATABASE,
      export_directory: directory,
      export_name: 'all',
    });
    expect(exported).toMatchObject({ status: 200, text: '{\n}\n' });
    await clear();
    expect(await get('c/a')).toHaveProperty('error');
    const imported = await post('projects/demo/databases/(default):import', {
      database: DATABASE,
      exportDirectory: metadata('all'),
    });
    expect(imported).toMatchObject({ status: 200, text: '{\n}\n' });
    expect((await get('c/a/sub/b')).fields).toStrictEqual({ n: { integerValue: '2' } });
  });

  it('bring back values of every type, of the database that was asked for alone', async () => {
    const named = 'projects/demo/databases/second';
    const of = (database: string, path: string) => `/v1/${database}/documents/${path}`;
    const fields = {
      null: { nullValue: null },
      bool: { booleanValue: false },
      int: { integerValue: '-9223372036854775808' },
      double: { doubleValue: 'NaN' },
      time: { timestampValue: '0001-01-01T00:00:00.000001Z' },
      text: { stringValue: 'a\u0000é😀' },
      bytes: { bytesValue: '/w==' },
      here: { referenceValue: `${DATABASE}/documents/c/__id7__` },
      there: { referenceValue: 'projects/other/databases/third/documents/a/b/c/d' },
      point: { geoPointValue: { latitude: -90, longitude: 180 } },
      list: {
        arrayValue: {
          values: [{ mapValue: { fields: { empty: { arrayValue: {} } } } }, { nullValue: null }],
        },
      },
      map: { mapValue: { fields: { 'a b': { mapValue: {} }, '1': { bytesValue: '' } } } },
      vector: {
        mapValue: {
          fields: {
            __type__: { stringValue: '__vector__' },
            value: { arrayValue: { values: [{ doubleValue: 0.5 }, { doubleValue: -1 }] } },
          },
        },
      },
    };
    const send = (method: string, path: string, body?: unknown) =>
      ask(running.url, { method, path, body, headers: OWNER });
    for (const database of [DATABASE, named]) await send('PATCH', of(database, 'types/__id5__'), { fields });
    const transfer = { database: named, export_directory: directory, export_name: 'second' };
    expect((await post('projects/demo:export', transfer)).status).toBe(200);
    for (const database of [DATABASE, named]) {
      await ask(running.url, { method: 'DELETE', path: `/emulator/v1/${database}/documents` });
      const imported = { database, export_directory: metadata('second') };
      expect((await post('projects/demo:import', imported)).status).toBe(200);
    }
    expect((await send('GET', of(DATABASE, 'types/__id5__'))).status).toBe(404);
    expect((await send('GET', of(named, 'types/__id5__'))).json).toMatchObject({ fields });
    const back = { database: DATABASE, export_directory: metadata('all') };
    expect((await post('projects/demo:import', back)).status).toBe(200);
  });

  it('leave what is equal untouched, and keep the time that a document was made', async () => {
    const before = await get('c/a');
    await put('c/a/sub/b', 3);
    const changed = await get('c/a/sub/b');
    await post('projects/demo:import', { database: DATABASE, export_directory: metadata('all') });
    expect(await get('c/a')).toStrictEqual(before);
    const back = await get('c/a/sub/b');
    expect(back.fields).toStrictEqual({ n: { integerValue: '2' } });
    expect(back.createTime).toBe(changed.createTime);
    expect(back.updateTime).not.toBe(changed.updateTime);
  });

  it.each([
    [
      ':export',
      { export_directory: '/' },
      'INVALID_ARGUMENT',
      'Database name "" lacks "projects" at index 0.',
    ],
    [':export', { database: DATABASE }, 'FAILED_PRECONDITION', 'export_directory must be a directory'],
    [':export', { nonsense: 1 }, 'INVALID_ARGUMENT', "Payload isn't valid for request."],
    [
      ':export',
      { database: DATABASE, export_directory: '/tmp', export_name: 'a/b' },
      'INTERNAL',
      'failed to write export',
    ],
    [':import', { database: DATABASE }, 'INVALID_ARGUMENT', 'Failed to parse overall export metadata file'],
  ])('%s of %j is refused', async (verb, body, status, message) => {
    expect((await post(`projects/demo${verb}`, body)).json).toMatchObject({ error: { status, message } });
  });

  it('start a server with what was exported, and go back to it on reset', async () => {
    const seeded = await startRunning({ seed: metadata('all') });
    const path = `/v1/${DATABASE}/documents/c/a`;
    const read = async () => (await ask(seeded.url, { method: 'GET', path, headers: OWNER })).status;
    expect(await read()).toBe(200);
    await ask(seeded.url, { method: 'DELETE', path: `/emulator/v1/${DATABASE}/documents` });
    expect(await read()).toBe(404);
    await ask(seeded.url, { method: 'POST', path: '/reset' });
    expect(await read()).toBe(200);
    await seeded.close();
  });
});

describe('triggers', () => {
  it('are told of commits from their registration on', async () => {
    const registered = await post('projects/demo/eventarcTrigger?eventarcTriggerId=region-onWrite-0', {
      eventType: 'google.cloud.firestore.document.v1.written',
      database: '(default)',
      namespace: '(default)',
      document: { value: 'watched/{id}', matchType: 'PATH_PATTERN' },
    });
    expect(registered.status).toBe(200);
    const legacy = await ask(running.url, {
      method: 'PUT',
      path: '/emulator/v1/projects/demo/triggers/region-old-0',
      body: {
        eventTrigger: {
          eventType: 'providers/cloud.firestore/eventTypes/document.create',
          resource: `${DATABASE}/documents/watched/{id}`,
          service: 'firestore.googleapis.com',
        },
      },
    });
    expect(legacy.status).toBe(200);
    await put('watched/a', 1);
    await put('elsewhere/a', 1);
    await vi.waitFor(() => expect(delivered).toHaveLength(2));
    expect(delivered.toSorted()).toStrictEqual([
      '/functions/projects/demo/triggers/region-old-0 ',
      '/functions/projects/demo/triggers/region-onWrite-0 watched/a',
    ]);
  });

  it('at work when an export is asked for leave their part in it', async () => {
    await post('projects/demo/eventarcTrigger?eventarcTriggerId=derive', {
      eventType: 'google.cloud.firestore.document.v1.written',
      database: '(default)',
      document: { value: 'source/{id}', matchType: 'PATH_PATTERN' },
    });
    const transfer = { database: DATABASE, export_directory: directory, export_name: 'derived' };
    let exported: Promise<unknown> | null = null;
    beforeAnswer = async () => {
      exported = post('projects/demo:export', transfer);
      // By the time that this is answered the export has been asked for.
      await get('source/a');
      await put('derived/a', 1);
    };
    await put('source/a', 1);
    await vi.waitFor(() => expect(exported).not.toBeNull());
    await exported;
    beforeAnswer = async () => {};
    await clear();
    await post('projects/demo:import', { database: DATABASE, export_directory: metadata('derived') });
    expect((await get('derived/a')).fields).toStrictEqual({ n: { integerValue: '1' } });
  });

  it('of an unknown kind are refused', async () => {
    const answer = await post('projects/demo/eventarcTrigger?eventarcTriggerId=x', {
      eventType: 'nonsense',
      document: {},
    });
    expect(answer.json).toMatchObject({ error: { status: 'INVALID_ARGUMENT' } });
  });
});

describe('rules', () => {
  const load = (content: string, more: object = {}) =>
    ask(running.url, {
      method: 'PUT',
      path: '/emulator/v1/projects/ruled:securityRules',
      body: { rules: { files: [{ name: 'x', content }] }, ...more },
    });
  const rules = (condition: string) =>
    `rules_version = '2';\nservice cloud.firestore { match /databases/{d}/documents { match /{all=**} {\n allow read: if ${condition}; } } }`;
  const read = () =>
    ask(running.url, { method: 'GET', path: '/v1/projects/ruled/databases/(default)/documents/c/d' });

  it('answer their problems in place of an error when firebase-tools asks so, and stay as they were', async () => {
    await load(rules('true'));
    expect((await read()).status).toBe(404);
    await load(rules('false'));
    const answer = await load(rules(''), { ignore_errors: true });
    expect(answer.status).toBe(200);
    expect(answer.json).toStrictEqual({
      issues: [
        {
          severity: 'ERROR',
          description: "Missing conditional expression after 'if'.",
          sourcePosition: { line: 3, column: expect.any(Number) },
        },
      ],
    });
    expect((await read()).status).toBe(403);
  });

  it.each([
    [{}, 500, 'UNKNOWN'],
    [{ rules: null }, 500, 'UNKNOWN'],
    [{ rules: { files: null } }, 500, 'UNKNOWN'],
    [{ rules: { files: [] } }, 500, 'UNKNOWN'],
    [{ rules: [] }, 400, 'INVALID_ARGUMENT'],
    [{ rules: { files: {} } }, 400, 'INVALID_ARGUMENT'],
    [{ rules: { files: [{ content: 5 }] } }, 400, 'INVALID_ARGUMENT'],
    [{ rules: { files: [{}] } }, 400, 'INVALID_ARGUMENT'],
  ])('that are none, as %j, change nothing', async (body, status, code) => {
    await load(rules('false'));
    const path = '/emulator/v1/projects/ruled:securityRules';
    const answer = await ask(running.url, { method: 'PUT', path, body });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ error: { status: code } });
    expect((await read()).status).toBe(403);
  });

  it('hold for their own project only', async () => {
    await load(rules('false'));
    const other = '/v1/projects/other/databases/(default)/documents/c/d';
    expect((await ask(running.url, { method: 'GET', path: other })).status).toBe(404);
  });

  it('leave a line in the log for each denial: the rule, the values, and why', async () => {
    running.logged.length = 0;
    await load(rules("request.auth.uid == 'alice'"));
    await read();
    expect(running.logged).toStrictEqual([
      expect.stringMatching(/^denied get c\/d at line 3: .*request\.auth/),
    ]);
  });

  it('are covered by what was asked of them', async () => {
    await load(rules('request.auth == null'));
    await read();
    const path = '/emulator/v1/projects/ruled:ruleCoverage';
    const json = await ask(running.url, { method: 'GET', path });
    expect(json.json).toMatchObject({
      rules: { files: [{ content: rules('request.auth == null') }] },
      report: [{ values: [{ value: { boolValue: true }, count: 1 }] }],
    });
    const html = await ask(running.url, { method: 'GET', path: `${path}.html` });
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(html.text).toContain('Rules coverage');
  });
});

describe('what callers use', () => {
  it('is counted as it is billed, until it is deleted', async () => {
    const counting = await startRunning();
    const usage = (method: string) => ask(counting.url, { method, path: '/emulator/v1/projects/demo:usage' });
    const send = (method: string, path: string, body?: unknown) =>
      ask(counting.url, { method, path: `/v1/${DATABASE}/documents${path}`, body, headers: OWNER });
    const name = (path: string) => `${DATABASE}/documents/${path}`;
    const structuredQuery = { from: [{ collectionId: 'c' }] };
    await send('POST', ':runQuery', { structuredQuery });
    await send('POST', ':commit', {
      writes: [{ update: { name: name('c/a'), fields: {} } }, { update: { name: name('c/b'), fields: {} } }],
    });
    await send('POST', ':runQuery', { structuredQuery });
    await send('POST', ':batchGet', { documents: [name('c/a'), name('c/none')] });
    await send('POST', ':runAggregationQuery', {
      structuredAggregationQuery: { structuredQuery, aggregations: [{ alias: 'all', count: {} }] },
    });
    await send('DELETE', '/c/b');
    const nobody = { reads: 0, writes: 0, deletes: 0, aborted: 0 };
    const admin = { reads: 6, writes: 2, deletes: 1, aborted: 0 };
    expect((await usage('GET')).json).toStrictEqual({ admin, user: nobody });
    await usage('DELETE');
    expect((await usage('GET')).json).toStrictEqual({ admin: nobody, user: nobody });
    await counting.close();
  });
});

describe('the costs of rules', () => {
  const RULES = `rules_version = '2';
service cloud.firestore { match /databases/{d}/documents {
  function isMember() { return exists(/databases/$(d)/documents/members/ann); }
  match /c/{id} {
    allow get, list: if request.auth.uid == 'ann' && isMember();
    allow create: if isMember() && existsAfter(/databases/$(d)/documents/pace/ann);
  }
  match /pace/{id} { allow write: if true; }
} }`;
  const bearer = (uid: string) => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    return { Authorization: `Bearer ${encode({ alg: 'none' })}.${encode({ sub: uid })}.` };
  };
  const costs = (url: string, method: string, project = 'demo') =>
    ask(url, { method, path: `/emulator/v1/projects/${project}:ruleCosts` });
  const document = (path: string) => `/v1/${DATABASE}/documents/${path}`;
  const write = (path: string) => ({ update: { name: `${DATABASE}/documents/${path}`, fields: {} } });

  it('are listed for each read, each query and each write of a commit, until they are deleted', async () => {
    const measured = await startRunning({ rules: RULES, ruleCosts: true });
    const send = (uid: string, method: string, path: string, body?: unknown) =>
      ask(measured.url, { method, path, body, headers: bearer(uid) });
    await ask(measured.url, { method: 'PATCH', path: document('members/ann'), body: {}, headers: OWNER });
    expect((await costs(measured.url, 'GET')).json).toStrictEqual([]);

    await send('ann', 'GET', document('c/a'));
    await send('bob', 'GET', document('c/a'));
    const structuredQuery = { from: [{ collectionId: 'c' }] };
    await send('ann', 'POST', `/v1/${DATABASE}/documents:runQuery`, { structuredQuery });
    await send('ann', 'POST', `/v1/${DATABASE}/documents:commit`, {
      writes: [write('c/new'), write('pace/ann')],
    });
    await send('ann', 'PATCH', document('c/new'), {});

    const looked = { accesses: 1, documents: ['members/ann'] };
    expect((await costs(measured.url, 'GET')).json).toStrictEqual([
      { path: 'c/a', method: 'get', uid: 'ann', allowed: true, ...looked, expressions: 9 },
      { path: 'c/a', method: 'get', uid: 'bob', allowed: false, accesses: 0, documents: [], expressions: 5 },
      { path: 'c/*', method: 'list', uid: 'ann', allowed: true, ...looked, expressions: 9 },
      {
        path: 'c/new',
        method: 'create',
        uid: 'ann',
        allowed: true,
        accesses: 2,
        documents: ['members/ann', 'pace/ann'],
        expressions: 8,
      },
      {
        path: 'pace/ann',
        method: 'create',
        uid: 'ann',
        allowed: true,
        accesses: 0,
        documents: [],
        expressions: 0,
      },
      {
        path: 'c/new',
        method: 'update',
        uid: 'ann',
        allowed: false,
        accesses: 0,
        documents: [],
        expressions: 0,
      },
    ]);

    expect((await costs(measured.url, 'DELETE')).status).toBe(200);
    expect((await costs(measured.url, 'GET')).json).toStrictEqual([]);
    await measured.close();
  });

  it('are those of one project', async () => {
    const measured = await startRunning({ rules: RULES, ruleCosts: true });
    await ask(measured.url, { method: 'GET', path: document('c/a'), headers: bearer('ann') });
    expect((await costs(measured.url, 'GET')).json).toHaveLength(1);
    expect((await costs(measured.url, 'GET', 'other')).json).toStrictEqual([]);
    await measured.close();
  });

  it('are not found where nobody asked for them, unless a test put the rules in place', async () => {
    const unmeasured = await startRunning({ rules: RULES });
    expect((await costs(unmeasured.url, 'GET')).json).toMatchObject({ error: { status: 'NOT_FOUND' } });
    await ask(unmeasured.url, {
      method: 'PUT',
      path: '/emulator/v1/projects/demo:securityRules',
      body: { rules: { files: [{ name: 'x', content: RULES }] } },
    });
    await ask(unmeasured.url, { method: 'GET', path: document('c/a'), headers: bearer('ann') });
    expect((await costs(unmeasured.url, 'GET')).json).toHaveLength(1);
    await unmeasured.close();
  });
});
