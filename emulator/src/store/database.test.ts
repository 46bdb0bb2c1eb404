import { describe, expect, it } from 'vitest';
import type { Document } from '../values/document.ts';
import { fromMicros, type Micros } from '../values/timestamp.ts';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import type { IndexShape } from './index-shape.ts';
import type { Scope } from './scope.ts';
import type { View } from './view.ts';

const BY_N: IndexShape = {
  equal: [],
  contains: null,
  orders: [{ field: ['n'], descending: false }],
  nameDescending: false,
};
const EVERYTHING = { from: '', to: '\uffff' };
const C: Scope = { kind: 'collection', path: 'c' };

function open(smallScope: number): { database: Database; write: (path: string, n: number | null) => Micros } {
  const database = new Database(new Clock(() => 1000), smallScope);
  const write = (path: string, n: number | null): Micros => {
    const time = database.clock.nextCommit();
    const before = database.get(path);
    const after: Document | null =
      n === null
        ? null
        : {
            path,
            fields: new Map([['n', n]]),
            createTime: before?.createTime ?? fromMicros(time),
            updateTime: fromMicros(time),
          };
    database.apply(time, [{ path, before, after }]);
    return time;
  };
  return { database, write };
}

const paths = (view: View | null, scope: Scope = C): string[] =>
  [...(view?.scan(scope, BY_N, EVERYTHING, false) ?? [])].map((document) => document.path);

describe.each([0, 1000])('a database that sorts scopes of up to %i documents', (smallScope) => {
  it('keeps its order through insertions, changes and removals', () => {
    const { database, write } = open(smallScope);
    write('c/a', 2);
    write('c/b', 1);
    expect(paths(database)).toStrictEqual(['c/b', 'c/a']);
    write('c/c', 0);
    write('c/b', 3);
    write('c/a', null);
    expect(paths(database)).toStrictEqual(['c/c', 'c/b']);
  });

  it('finds a collection group at any depth, or below one document', () => {
    const { database, write } = open(smallScope);
    write('c/a', 2);
    write('x/y/c/a', 1);
    write('x/y/d/a', 1);
    expect(paths(database, { kind: 'group', id: 'c', under: '' })).toStrictEqual(['x/y/c/a', 'c/a']);
    expect(paths(database, { kind: 'group', id: 'c', under: 'x/y' })).toStrictEqual(['x/y/c/a']);
    expect(paths(database, { kind: 'level', under: 'x/y' })).toStrictEqual(['x/y/c/a', 'x/y/d/a']);
    expect(paths(database, { kind: 'all', under: '' })).toHaveLength(3);
  });

  it('shows an earlier time as it was', () => {
    const { database, write } = open(smallScope);
    write('c/a', 2);
    const time = write('c/b', 1);
    write('c/b', 5);
    write('c/a', null);
    write('c/d', 0);
    const past = database.at(time);
    expect(paths(past)).toStrictEqual(['c/b', 'c/a']);
    expect(past?.get('c/d')).toBeNull();
    expect(past?.get('c/a')).not.toBeNull();
    expect(paths(database)).toStrictEqual(['c/d', 'c/b']);
  });

  it('says so when a time is too long ago', () => {
    const { database, write } = open(smallScope);
    const time = write('c/a', 1);
    database.forgetHistory(write('c/a', 2));
    expect(database.at(time)).toBeNull();
  });
});

describe('the clock', () => {
  it('gives commits times after every read, however slow the system clock', () => {
    const clock = new Clock(() => 5);
    const first = clock.nextCommit();
    const read = clock.read();
    expect(read).toBe(first);
    expect(clock.nextCommit()).toBeGreaterThan(read);
  });
});

describe('the history', () => {
  it('drops the oldest commits whole when it is full', () => {
    const { database, write } = open(0);
    const first = write('c/a', 0);
    let last = first;
    for (let index = 1; index <= 20_010; index += 1) last = write('c/a', index);
    expect(database.at(first)).toBeNull();
    expect(database.changedSince(last - 1)?.size).toBe(1);
  });

  it('knows since when documents say by themselves that they have changed', () => {
    const { database, write } = open(0);
    const first = write('c/a', 0);
    expect([database.isDatedSince(first), database.isDatedSince(first - 1)]).toStrictEqual([true, true]);
    const after = database.get('c/a');
    const time = database.clock.nextCommit();
    database.apply(time, [{ path: 'c/a', before: after, after }]);
    expect([database.isDatedSince(time), database.isDatedSince(first)]).toStrictEqual([true, false]);
    const cleared = write('c/a', 1);
    database.forgetHistory(cleared);
    expect([database.isDatedSince(cleared), database.isDatedSince(time)]).toStrictEqual([true, false]);
  });
});
