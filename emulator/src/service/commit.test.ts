import { describe, expect, it } from 'vitest';
import { Timestamp, toMicros } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import type { CommittedChanges } from './options.ts';
import type { Write } from './requests.ts';
import { ADMIN, DATABASE, openService, patch, read, remove, STRONG, set, verify } from './service-fixture.ts';

const MISSING =
  'no entity to update: app: "dev~p"\npath <\n  Element {\n    type: "c"\n    name: "none"\n  }\n>\n';

describe('commit', () => {
  it('sets, merges by mask, deletes masked fields that are not given, and deletes documents', async () => {
    const { service } = openService();
    const nested: Value = new Map<string, Value>([
      ['keep', 'k'],
      ['drop', 'd'],
    ]);
    await service.commit(ADMIN, DATABASE, [set('c/a', { a: 1n, nested })], null);
    const change = patch('c/a', { b: 2n, nested: new Map([['keep', 'k2']]) }, [
      'b',
      'nested.drop',
      'nested.keep',
    ]);
    await service.commit(ADMIN, DATABASE, [change], null);
    expect(await read(service, 'c/a')).toStrictEqual({ a: 1n, b: 2n, nested: new Map([['keep', 'k2']]) });
    await service.commit(ADMIN, DATABASE, [set('c/a', { only: true })], null);
    expect(await read(service, 'c/a')).toStrictEqual({ only: true });
    await service.commit(ADMIN, DATABASE, [remove('c/a')], null);
    expect(await read(service, 'c/a')).toBeNull();
  });

  it('takes a mask that names a field and a part of it, in any order and twice, as naming the field', async () => {
    const { service } = openService();
    const write = (fields: Parameters<typeof patch>[1], mask: string[]) =>
      service.commit(ADMIN, DATABASE, [patch('c/a', fields, mask)], null);
    for (const mask of [
      ['a', 'a.b'],
      ['a.b', 'a', 'a'],
    ]) {
      await service.commit(ADMIN, DATABASE, [set('c/a', { a: new Map([['old', 1n]]), kept: 1n })], null);
      await write({ a: new Map([['b', 1n]]), other: 2n }, mask);
      expect(await read(service, 'c/a')).toStrictEqual({ a: new Map([['b', 1n]]), kept: 1n });
      await write({}, mask);
      expect(await read(service, 'c/a')).toStrictEqual({ kept: 1n });
    }
  });

  it('refuses a mask that names a reserved field, at any depth', async () => {
    const { service } = openService();
    for (const field of ['__name__', '__x__', 'a.__x__']) {
      const write = service.commit(ADMIN, DATABASE, [patch('c/a', {}, [field])], null);
      await expect(write).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: `field name ${field.replace('a.', '')} is reserved`,
      });
    }
    expect(await read(service, 'c/a')).toBeNull();
  });

  it('refuses in one commit to update what it has deleted, and to create what it has written', async () => {
    const { service } = openService();
    const update = (n: bigint) => set('c/a', { n }, { exists: true });
    const create = (n: bigint) => set('c/a', { n }, { exists: false });
    const attempt = (...writes: Write[]) => service.commit(ADMIN, DATABASE, writes, null);
    for (const isThere of [false, true]) {
      for (const impossible of [
        [remove('c/a'), update(1n)],
        [remove('c/a'), verify('c/a', null), set('c/b', {}), update(1n)],
        [set('c/a', {}), create(1n)],
        [create(1n), create(2n)],
        [update(1n), create(2n)],
        [set('c/a', {}), remove('c/a'), update(1n)],
      ]) {
        await expect(attempt(...impossible)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      }
      expect(await read(service, 'c/a')).toStrictEqual(isThere ? { n: 9n } : null);
      await attempt(remove('c/a'), create(1n), update(2n), remove('c/a'), create(9n));
    }
  });

  it('changes one document twice in different milliseconds, and others in the same', async () => {
    const { service } = openService();
    const timeOf = async (path: string, n: bigint) => {
      const { commitTime } = await service.commit(ADMIN, DATABASE, [set(path, { n })], null);
      return toMicros(commitTime);
    };
    const first = await timeOf('c/a', 1n);
    expect(await timeOf('c/b', 1n)).toBe(first + 1);
    expect(await timeOf('c/a', 2n)).toBe(first - (first % 1000) + 1000);
  });

  it('applies all writes or none, and several writes to one document in turn', async () => {
    const { service } = openService();
    const both = [set('c/a', { n: 1n }), set('c/none', { n: 1n }, { exists: true })];
    await expect(service.commit(ADMIN, DATABASE, both, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: MISSING,
    });
    expect(await read(service, 'c/a')).toBeNull();
    await service.commit(
      ADMIN,
      DATABASE,
      [set('c/a', { a: 1n, b: 1n }), patch('c/a', { a: 2n }, ['a'])],
      null,
    );
    expect(await read(service, 'c/a')).toStrictEqual({ a: 2n, b: 1n });
  });

  it('refuses a violated precondition in the words of Google’s emulator', async () => {
    const { service } = openService();
    const { commitTime } = await service.commit(ADMIN, DATABASE, [set('c/a', {})], null);
    const stale = { updateTime: new Timestamp(1_577_836_800, 0) };
    const commit = (write: ReturnType<typeof set>) => service.commit(ADMIN, DATABASE, [write], null);
    await expect(commit(set('c/a', {}, { exists: false }))).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: 'entity already exists: EntityRef[partitionRef=dev~p, path=/c/a]',
    });
    await expect(commit(set('c/none', {}, stale))).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: 'the stored version (0) does not match the required base version (1577836800000000)',
    });
    await expect(commit(set('c/a', {}, stale))).rejects.toThrow(
      `the stored version (${toMicros(commitTime)})`,
    );
    await expect(commit(verify('c/none', { exists: true }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: MISSING,
    });
    await expect(commit(verify('c/a', { updateTime: commitTime }))).resolves.toMatchObject({
      writeResults: [{ updateTime: null }],
    });
  });

  it('keeps the update time when nothing changes, and tells nobody', async () => {
    const commits: CommittedChanges[] = [];
    const { service } = openService({ onCommit: (commit) => commits.push(commit) });
    const first = await service.commit(
      ADMIN,
      DATABASE,
      [set('c/a', { n: 1n, at: new Timestamp(1, 1500) })],
      null,
    );
    const again = await service.commit(
      ADMIN,
      DATABASE,
      [set('c/a', { at: new Timestamp(1, 1999), n: 1n })],
      null,
    );
    expect(again.writeResults[0]?.updateTime).toStrictEqual(first.commitTime);
    expect(toMicros(again.commitTime)).toBeGreaterThan(toMicros(first.commitTime));
    await service.commit(ADMIN, DATABASE, [set('c/a', { n: 1, at: new Timestamp(1, 1000) })], null);
    expect(commits.map((commit) => commit.changes.map((change) => change.path))).toStrictEqual([
      ['c/a'],
      ['c/a'],
    ]);
    expect(commits[1]?.changes[0]?.before?.fields.get('n')).toBe(1n);
  });

  it('stores -0.0 as 0.0 and cuts timestamps to microseconds', async () => {
    const { service } = openService();
    await service.commit(
      ADMIN,
      DATABASE,
      [set('c/a', { zero: [-0], at: new Timestamp(5, 1_234_567) })],
      null,
    );
    const stored = await read(service, 'c/a');
    expect(stored?.zero).toStrictEqual([0]);
    expect(stored?.at).toStrictEqual(new Timestamp(5, 1_234_000));
  });

  it('gives every server timestamp of a commit one time in whole milliseconds, and reports transforms', async () => {
    const { service, clock } = openService();
    clock.millis += 0.75;
    const { writeResults, commitTime } = await service.commit(
      ADMIN,
      DATABASE,
      [
        {
          kind: 'update',
          path: 'c/a',
          fields: new Map([['n', 1n]]),
          mask: null,
          transforms: [
            { field: ['at'], kind: 'serverTimestamp' },
            { field: ['m', 'at'], kind: 'serverTimestamp' },
            { field: ['n'], kind: 'increment', operand: 2n },
          ],
          precondition: null,
        },
      ],
      null,
    );
    const at = new Timestamp(Math.floor(clock.millis / 1000), 0);
    expect(writeResults[0]?.transformResults).toStrictEqual([at, at, 3n]);
    expect(toMicros(commitTime)).toBeGreaterThan(toMicros(at));
    expect(await read(service, 'c/a')).toStrictEqual({ n: 3n, at, m: new Map([['at', at]]) });
  });

  it('refuses names that Firestore reserves', async () => {
    const { service } = openService();
    const commit = (path: string) => service.commit(ADMIN, DATABASE, [set(path, {})], null);
    await expect(commit('c/__idx__')).rejects.toThrow(
      "A long document ID string must be formatted like '__id{LONG}__'",
    );
    await expect(commit('__c__/x')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(commit(`c/${'d'.repeat(1501)}`)).rejects.toThrow(
      'The key path element name is longer than 1500 bytes.',
    );
    await commit('c/__id7__');
    expect(await read(service, 'c/__id7__')).toStrictEqual({});
  });
});

describe('batchWrite', () => {
  it('applies each write alone and reports each outcome', async () => {
    const { service } = openService();
    const outcomes = await service.batchWrite(ADMIN, DATABASE, [
      set('c/a', {}),
      set('c/b', {}, { exists: true }),
      set('c/d', {}),
    ]);
    expect(outcomes.map((each) => ('code' in each ? each.code : 'OK'))).toStrictEqual([
      'OK',
      'NOT_FOUND',
      'OK',
    ]);
  });

  it('refuses users, and one document twice', async () => {
    const { service } = openService();
    await expect(service.batchWrite(ADMIN, DATABASE, [set('c/a', {}), remove('c/a')])).rejects.toThrow(
      'the same document cannot be written more than once in a single request',
    );
    expect(await service.batchWrite(ADMIN, DATABASE, [])).toStrictEqual([]);
    await expect(service.batchWrite({ kind: 'user', auth: null }, DATABASE, [])).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });
});

describe('single documents', () => {
  it('are created with the ID asked for, or a random one of twenty letters', async () => {
    const { service } = openService();
    const named = await service.createDocument(ADMIN, DATABASE, '', 'c', 'a', new Map([['n', 1n]]), null);
    expect(named.path).toBe('c/a');
    const random = await service.createDocument(ADMIN, DATABASE, 'c/a', 's', null, new Map(), null);
    expect(random.path).toMatch(/^c\/a\/s\/[A-Za-z0-9]{20}$/);
    await expect(
      service.createDocument(ADMIN, DATABASE, '', 'c', 'a', new Map(), null),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('are updated by mask and answered through one', async () => {
    const { service } = openService();
    const fields = new Map<string, Value>([
      ['a', 1n],
      ['ignored', 9n],
    ]);
    const updated = await service.updateDocument(ADMIN, DATABASE, 'c/a', fields, [['a']], [['a']], null);
    expect(updated.fields).toStrictEqual(new Map([['a', 1n]]));
    await expect(service.getDocument(ADMIN, DATABASE, 'c/none', null, STRONG)).rejects.toThrow(
      'Document (projects/p/databases/(default)/documents/c/none) not found.',
    );
  });
});
