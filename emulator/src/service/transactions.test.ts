import { describe, expect, it } from 'vitest';
import type { LocalFirestore } from './options.ts';
import { ADMIN, DATABASE, EVERYTHING, openService, read, STRONG, set } from './service-fixture.ts';

const READ_WRITE = { kind: 'readWrite', retryTransaction: null } as const;
const READ_ONLY = { kind: 'readOnly', readTime: null } as const;

async function begin(service: LocalFirestore, path: string): Promise<Uint8Array> {
  const { transaction } = await service.batchGet(ADMIN, DATABASE, [path], null, {
    kind: 'newTransaction',
    options: READ_WRITE,
  });
  if (transaction === null) throw new Error('no transaction was begun');
  return transaction;
}

describe('a read-write transaction', () => {
  it('makes a writer of what it has read wait until it ends', async () => {
    const { service } = openService({ lockTimeoutMs: 5000 });
    const transaction = await begin(service, 'c/a');
    const order: string[] = [];
    const outside = service
      .commit(ADMIN, DATABASE, [set('c/a', { by: 'outside' })], null)
      .then(() => order.push('outside'));
    await service.commit(ADMIN, DATABASE, [set('c/b', { by: 'other' })], null);
    await service
      .commit(ADMIN, DATABASE, [set('c/a', { by: 'transaction' })], transaction)
      .then(() => order.push('transaction'));
    await outside;
    expect(order).toStrictEqual(['transaction', 'outside']);
    expect(await read(service, 'c/a')).toStrictEqual({ by: 'outside' });
  });

  it('aborts a writer that has waited for too long', async () => {
    const { service } = openService();
    await begin(service, 'c/a');
    await expect(service.commit(ADMIN, DATABASE, [set('c/a', {})], null)).rejects.toMatchObject({
      code: 'ABORTED',
      message: 'Transaction lock timeout.',
    });
  });

  it('locks the collection ID that it queries, whatever the parent', async () => {
    const { service } = openService();
    const transaction = await service.beginTransaction(ADMIN, DATABASE, READ_WRITE);
    await service.runQuery(
      ADMIN,
      { database: DATABASE, parent: 'x/y', query: EVERYTHING },
      { kind: 'transaction', id: transaction },
    );
    await expect(service.commit(ADMIN, DATABASE, [set('c/a', {})], null)).rejects.toMatchObject({
      code: 'ABORTED',
    });
    await service.rollback(ADMIN, DATABASE, transaction);
    await service.commit(ADMIN, DATABASE, [set('c/a', { n: 1n })], null);
    expect(await read(service, 'c/a')).toStrictEqual({ n: 1n });
  });

  it('aborts at once the one of two that could only wait for each other', async () => {
    const { service } = openService({ lockTimeoutMs: 60_000 });
    const first = await begin(service, 'c/a');
    const second = await begin(service, 'c/a');
    const waiting = service.commit(ADMIN, DATABASE, [set('c/a', { by: 'first' })], first);
    await expect(
      service.commit(ADMIN, DATABASE, [set('c/a', { by: 'second' })], second),
    ).rejects.toMatchObject({ code: 'ABORTED' });
    await waiting;
    expect(await read(service, 'c/a')).toStrictEqual({ by: 'first' });
  });

  it('counts right when ten of them increment one number and retry', async () => {
    const { service } = openService({ lockTimeoutMs: 5000 });
    const increment = async (): Promise<void> => {
      for (;;) {
        const { transaction, results } = await service.batchGet(ADMIN, DATABASE, ['c/n'], null, {
          kind: 'newTransaction',
          options: READ_WRITE,
        });
        const n = results[0]?.document?.fields.get('n');
        try {
          await service.commit(
            ADMIN,
            DATABASE,
            [set('c/n', { n: (typeof n === 'bigint' ? n : 0n) + 1n })],
            transaction,
          );
          return;
        } catch (error) {
          expect(error).toMatchObject({ code: 'ABORTED' });
        }
      }
    };
    await Promise.all(Array.from({ length: 10 }, increment));
    expect(await read(service, 'c/n')).toStrictEqual({ n: 10n });
  });

  it('expires after a minute without a request', async () => {
    const { service, clock } = openService();
    const transaction = await begin(service, 'c/a');
    clock.millis += 59_000;
    await service.batchGet(ADMIN, DATABASE, ['c/a'], null, { kind: 'transaction', id: transaction });
    await expect(service.commit(ADMIN, DATABASE, [set('c/a', { n: 1n })], null)).rejects.toMatchObject({
      code: 'ABORTED',
    });
    clock.millis += 60_000;
    await service.commit(ADMIN, DATABASE, [set('c/a', { n: 2n })], null);
    expect(await read(service, 'c/a')).toStrictEqual({ n: 2n });
    await expect(service.commit(ADMIN, DATABASE, [], transaction)).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('a read-only transaction', () => {
  it('keeps seeing its start and locks nothing', async () => {
    const { service } = openService();
    await service.commit(ADMIN, DATABASE, [set('c/a', { n: 1n })], null);
    const id = await service.beginTransaction(ADMIN, DATABASE, READ_ONLY);
    await service.commit(ADMIN, DATABASE, [set('c/a', { n: 2n }), set('c/b', {})], null);
    const consistency = { kind: 'transaction', id } as const;
    const { documents } = await service.runQuery(
      ADMIN,
      { database: DATABASE, parent: '', query: EVERYTHING },
      consistency,
    );
    expect(documents.map((each) => [each.path, each.fields.get('n')])).toStrictEqual([['c/a', 1n]]);
    await expect(service.commit(ADMIN, DATABASE, [set('c/a', {})], id)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe('transaction ids', () => {
  it('are answered as Google’s emulator does when unknown or ended', async () => {
    const { service } = openService();
    const never = Buffer.alloc(8, 1);
    await expect(service.commit(ADMIN, DATABASE, [], never)).rejects.toMatchObject({
      code: 'UNKNOWN',
      message: '',
    });
    await expect(service.rollback(ADMIN, DATABASE, never)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: 'Transaction is invalid or expired.',
    });
    const ended = await service.beginTransaction(ADMIN, DATABASE, READ_WRITE);
    await service.rollback(ADMIN, DATABASE, ended);
    await expect(service.commit(ADMIN, DATABASE, [], ended)).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(service.rollback(ADMIN, DATABASE, ended)).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('reads at a time', () => {
  it('show the database as it was, and refuse what is forgotten or not yet', async () => {
    const { service, clock } = openService();
    const { commitTime } = await service.commit(ADMIN, DATABASE, [set('c/a', { n: 1n })], null);
    await service.commit(ADMIN, DATABASE, [set('c/a', { n: 2n })], null);
    const at = (time: typeof commitTime) =>
      service.getDocument(ADMIN, DATABASE, 'c/a', null, { kind: 'readTime', time });
    expect((await at(commitTime)).fields.get('n')).toBe(1n);
    expect((await service.getDocument(ADMIN, DATABASE, 'c/a', null, STRONG)).fields.get('n')).toBe(2n);
    await expect(at({ ...commitTime, seconds: commitTime.seconds - 3 * 3600 })).rejects.toThrow(
      "The requested 'read_time' is too old.",
    );
    await expect(at({ ...commitTime, seconds: Math.floor(clock.millis / 1000) + 10 })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('show nothing before the database was first named, until it is cleared or holds what is older', async () => {
    const { service } = openService();
    const { commitTime } = await service.commit(ADMIN, DATABASE, [set('c/a', { n: 1n })], null);
    const kind = 'readTime';
    const before = () =>
      service.getDocument(ADMIN, DATABASE, 'c/a', null, {
        kind,
        time: { ...commitTime, seconds: commitTime.seconds - 10 },
      });
    await expect(before()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    service.clear(DATABASE);
    await expect(before()).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });
    const named = { ...DATABASE, database: 'imported' };
    const old = { ...commitTime, seconds: commitTime.seconds - 100 };
    service.importDocuments(named, [{ path: 'c/a', fields: new Map(), createTime: old, updateTime: old }]);
    const imported = service.getDocument(ADMIN, named, 'c/a', null, {
      kind,
      time: { ...commitTime, seconds: commitTime.seconds - 10 },
    });
    await expect(imported).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });
  });
});
