import { describe, expect, it } from 'vitest';
import type { AccessRequest, DocumentReader, Verdict } from '../rules/access.ts';
import type { Value } from '../values/value.ts';
import type { LocalFirestore } from './options.ts';
import type { Write } from './requests.ts';
import {
  ADMIN,
  ALICE,
  DATABASE,
  EVERYTHING,
  openService,
  patch,
  read,
  remove,
  STRONG,
  set,
  verdict,
  verify,
} from './service-fixture.ts';

interface Asked {
  readonly request: AccessRequest;
  readonly before: unknown;
  readonly after: unknown;
}

/** A service that notes what the rules are asked, and allows the methods given. */
function watchRules(...allowed: readonly AccessRequest['method'][]): {
  service: LocalFirestore;
  asked: Asked[];
  logged: string[];
} {
  const asked: Asked[] = [];
  const logged: string[] = [];
  const authorize = (request: AccessRequest, reader: DocumentReader): Verdict => {
    const fieldsOf = (each: 'before' | 'after'): unknown => {
      const document = reader[each]('c/other');
      return document === null ? null : Object.fromEntries(document.fields);
    };
    asked.push({ request, before: fieldsOf('before'), after: fieldsOf('after') });
    return verdict(allowed.includes(request.method), `\nfalse for '${request.method}' @ L1`);
  };
  const { service } = openService({ authorize, log: (each) => logged.push(each) });
  return { service, asked, logged };
}

const asAlice = (service: LocalFirestore, ...writes: Write[]) =>
  service.commit(ALICE, DATABASE, writes, null);
const asAdmin = (service: LocalFirestore, ...writes: Write[]) =>
  service.commit(ADMIN, DATABASE, writes, null);
const seen = (fields: ReadonlyMap<string, Value> | null | undefined) =>
  fields ? Object.fromEntries(fields) : null;

describe('the rules gate', () => {
  it('asks nothing for an administrator', async () => {
    const { service, asked } = watchRules();
    await asAdmin(service, set('c/a', {}));
    expect(asked).toStrictEqual([]);
  });

  it('lets the writes of one commit share a budget of looked-up documents, and a single write have none to share', async () => {
    const { service, asked } = watchRules('create');
    await asAlice(service, set('c/a', {}), set('c/b', {}));
    await asAlice(service, set('c/alone', {}));
    const [first, second, alone] = asked.map(({ request }) => request.sharedAccesses);
    expect(first).toBeInstanceOf(Set);
    expect(second).toBe(first);
    expect(alone).toBeUndefined();
  });

  it('lets the documents of one read share such a budget, too', async () => {
    const { service, asked } = watchRules('get');
    await service.batchGet(ALICE, DATABASE, ['c/a', 'c/b', 'c/a'], null, STRONG);
    await service.batchGet(ALICE, DATABASE, ['c/alone'], null, STRONG);
    const [first, second, alone, ...more] = asked.map(({ request }) => request.sharedAccesses);
    expect(first).toBeInstanceOf(Set);
    expect(second).toBe(first);
    expect(alone).toBeUndefined();
    expect(more).toStrictEqual([]);
  });

  it('asks for each write whether it creates, updates or deletes, with the state before the commit', async () => {
    const { service, asked } = watchRules('create', 'update', 'delete', 'get');
    await asAdmin(service, set('c/a', { n: 1n }), set('c/gone', { n: 1n }), set('c/read', { n: 1n }));
    await asAlice(
      service,
      set('c/new', { n: 1n }),
      patch('c/a', { m: 2n }, ['m']),
      remove('c/gone'),
      verify('c/read', { exists: true }),
    );
    expect(
      asked.map(({ request }) => [
        request.method,
        request.path,
        seen(request.resource?.fields),
        seen(request.newData),
      ]),
    ).toStrictEqual([
      ['create', 'c/new', null, { n: 1n }],
      ['update', 'c/a', { n: 1n }, { n: 1n, m: 2n }],
      ['delete', 'c/gone', { n: 1n }, null],
      ['get', 'c/read', { n: 1n }, null],
    ]);
    expect(asked[0]?.request.auth?.uid).toBe('alice');
  });

  it('shows the whole commit after, and none of it before', async () => {
    const { service, asked } = watchRules('create', 'update');
    await asAdmin(service, set('c/other', { n: 1n }));
    await asAlice(service, set('c/a', {}), set('c/other', { n: 2n }));
    expect(asked[0]).toMatchObject({ before: { n: 1n }, after: { n: 2n } });
  });

  it('shows transforms applied, server timestamps as the time of the request', async () => {
    const { service, asked } = watchRules('update');
    await asAdmin(service, set('c/a', { n: 1n }));
    await asAlice(service, {
      kind: 'transform',
      path: 'c/a',
      transforms: [
        { field: ['at'], kind: 'serverTimestamp' },
        { field: ['n'], kind: 'increment', operand: 4n },
      ],
      precondition: null,
    });
    const request = asked[0]?.request;
    expect(request?.newData?.get('at')).toStrictEqual(request?.time);
    expect(request?.newData?.get('n')).toBe(5n);
  });

  it('stores nothing when one write of many is refused, and logs which', async () => {
    const { service, logged } = watchRules('create');
    await asAdmin(service, set('c/a', { n: 1n }));
    await expect(asAlice(service, set('c/new', {}), remove('c/a'))).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
    expect(await read(service, 'c/new')).toBeNull();
    expect(logged).toStrictEqual(["denied delete c/a: false for 'delete' @ L1"]);
  });

  it('says of a refused set why it may neither create nor update', async () => {
    const { service } = watchRules();
    await expect(asAlice(service, set('c/a', {}))).rejects.toThrow(
      "\nfalse for 'create' @ L1, false for 'update' @ L1",
    );
    const update = patch('c/a', {}, [], { exists: true });
    await expect(asAlice(service, update)).rejects.toMatchObject({ message: "\nfalse for 'update' @ L1" });
  });

  it('says that no rule was found only when there is no better reason', async () => {
    const authorize = ({ method, path }: AccessRequest): Verdict => {
      const known = method === 'create' && path === 'c/known';
      return verdict(false, known ? "\nfalse for 'create' @ L1" : '\nNo matching allow statements');
    };
    const { service } = openService({ authorize });
    await expect(asAlice(service, set('c/known', {}))).rejects.toMatchObject({
      message: "\nfalse for 'create' @ L1",
    });
    await expect(asAlice(service, set('c/other', {}))).rejects.toMatchObject({
      message: '\nNo matching allow statements',
    });
  });

  it('asks before it tells of preconditions, so that nobody learns what exists', async () => {
    const { service } = watchRules();
    await expect(asAlice(service, set('c/a', {}, { exists: true }))).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });

  it('asks for each document read, missing ones too, and one refusal refuses all', async () => {
    const { service, asked } = watchRules('get');
    await asAdmin(service, set('c/a', { n: 1n }));
    await service.batchGet(ALICE, DATABASE, ['c/a', 'c/none'], null, STRONG);
    expect(
      asked.map(({ request }) => [request.method, request.path, seen(request.resource?.fields)]),
    ).toStrictEqual([
      ['get', 'c/a', { n: 1n }],
      ['get', 'c/none', null],
    ]);
    const closed = watchRules();
    await expect(closed.service.batchGet(ALICE, DATABASE, ['c/a'], null, STRONG)).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });

  it('asks for a list with the shape of the query, before and without looking at documents', async () => {
    const { service, asked } = watchRules('list');
    const where = { kind: 'field', field: ['owner'], op: '==', value: 'alice' } as const;
    const run = (parent: string, query: typeof EVERYTHING) =>
      service.runQuery(ALICE, { database: DATABASE, parent, query }, STRONG);
    await run('a/b', {
      ...EVERYTHING,
      where,
      limit: 5,
      orderBy: [{ field: ['n'], direction: 'DESCENDING' }],
    });
    await run('', { ...EVERYTHING, from: [{ collectionId: 'c', allDescendants: true }] });
    expect(
      asked.map(({ request }) => [request.method, request.path, request.resource, request.query]),
    ).toStrictEqual([
      [
        'list',
        'a/b/c/*',
        null,
        { limit: 5, offset: 0, orderBy: [{ field: ['n'], direction: 'DESC' }], where, allDescendants: false },
      ],
      ['list', 'c/*', null, { limit: null, offset: 0, orderBy: [], where: null, allDescendants: true }],
    ]);
  });

  it('asks for each collection that a listing without a collection would read', async () => {
    const { service, asked } = watchRules('list');
    await asAdmin(service, set('c/a', {}), set('d/a', {}), set('c/a/s/b', {}));
    const options = {
      pageSize: null,
      pageToken: '',
      orderBy: '',
      mask: null,
      showMissing: false,
      consistency: STRONG,
    };
    await service.listDocuments(ALICE, DATABASE, '', null, options);
    expect(asked.map(({ request }) => request.path)).toStrictEqual(['c/*', 'd/*']);
    expect(asked[0]?.request.query).toMatchObject({ orderBy: [], allDescendants: false });
  });
});
