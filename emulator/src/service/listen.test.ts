import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructuredQuery } from '../query/structured-query.ts';
import { fromMillis } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import type { ListenStream } from './firestore-service.ts';
import { BY_N, documents, listen, POSITIVE, target, write } from './listen-fixture.ts';
import type { LocalFirestore } from './options.ts';
import type { ListenResponse } from './requests.ts';
import { ADMIN, ALICE, DATABASE, EVERYTHING, openService, remove, set, verdict } from './service-fixture.ts';

/** Writes elsewhere until the service no longer knows how anything was before. */
async function forget(service: LocalFirestore): Promise<void> {
  for (let start = 0; start <= 20_000; start += 500) {
    await write(service, ...Array.from({ length: 500 }, (_, index) => set(`z/${start + index}`, {})));
  }
}

describe('a listener of a document', () => {
  it('is told in the recorded order that it is missing, then each change with one boundary', async () => {
    const { service } = openService();
    const { stream, take } = listen(service);
    stream.addTarget(documents(2, ['c/a']));
    expect(take()).toStrictEqual(['ADD 2', 'deleted c/a 2', 'CURRENT 2 token', 'NO_CHANGE token']);
    await write(service, set('c/a', { n: 1n }));
    expect(take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
    await write(service, set('c/a', { n: 1n }));
    await write(service, set('c/b', { n: 1n }));
    expect(take()).toStrictEqual([]);
    await write(service, remove('c/a'));
    expect(take()).toStrictEqual(['deleted c/a 2', 'NO_CHANGE token']);
    stream.removeTarget(2);
    await write(service, set('c/a', {}));
    expect(take()).toStrictEqual(['REMOVE 2']);
  });
});

describe('a listener of a query', () => {
  it('gets the answer once, then only what entered, changed or left', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }), set('c/b', { n: -1n }));
    const { stream, take } = listen(service);
    stream.addTarget(target(2, POSITIVE));
    expect(take()).toStrictEqual(['ADD 2', '+ c/a 2', 'CURRENT 2 token', 'NO_CHANGE token']);
    await write(service, set('c/b', { n: 5n }), set('c/a', { n: 2n }), set('d/a', { n: 1n }));
    expect(take()).toStrictEqual(['+ c/b 2', '+ c/a 2', 'NO_CHANGE token']);
    await write(service, set('c/b', { n: 0n }));
    expect(take()).toStrictEqual(['left c/b -2', 'NO_CHANGE token']);
    await write(service, remove('c/a'), remove('c/b'));
    expect(take()).toStrictEqual(['deleted c/a 2', 'NO_CHANGE token']);
  });

  it('is not told the new content of a document that left, when it has no right to get it', async () => {
    const logged: string[] = [];
    const { service } = openService({
      authorize: ({ method, resource }) => verdict(method !== 'get' || resource?.fields.get('n') !== 0n),
      log: (each) => logged.push(each),
    });
    await write(service, set('c/a', { n: 1n }), set('c/b', { n: 2n }));
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(target(2, POSITIVE));
    take();
    await write(service, set('c/a', { n: 0n }), set('c/b', { n: -1n }));
    expect(take()).toStrictEqual(['removed c/a 2', 'left c/b -2', 'NO_CHANGE token']);
    expect(logged).toStrictEqual([]);
  });

  it('with a limit gets what slips into the window', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }), set('c/b', { n: 2n }), set('c/x', { n: 3n }));
    const { stream, take } = listen(service);
    stream.addTarget(target(2, { ...BY_N, limit: 2 }));
    expect(take()).toStrictEqual(['ADD 2', '+ c/a 2', '+ c/b 2', 'CURRENT 2 token', 'NO_CHANGE token']);
    await write(service, remove('c/a'));
    expect(take()).toStrictEqual(['+ c/x 2', 'deleted c/a 2', 'NO_CHANGE token']);
    await write(service, set('c/0', { n: 0n }));
    expect(take()).toStrictEqual(['+ c/0 2', 'removed c/x 2', 'NO_CHANGE token']);
    await write(service, set('c/z', { n: 9n }));
    expect(take()).not.toContain('+ c/z 2');
  });

  it('with several targets gets one boundary, and one response for a document in many', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }));
    const { stream, take } = listen(service);
    stream.addTarget(target(2, EVERYTHING));
    stream.addTarget(target(4, POSITIVE));
    stream.addTarget(documents(6, ['c/a']));
    take();
    await write(service, set('c/a', { n: 2n }));
    expect(take()).toStrictEqual(['+ c/a 6,2,4', 'NO_CHANGE token']);
    await write(service, set('c/a', { n: 0n }));
    expect(take()).toStrictEqual(['+ c/a 6,2 -4', 'NO_CHANGE token']);
    await write(service, remove('c/a'));
    expect(take()).toStrictEqual(['deleted c/a 6,2', 'NO_CHANGE token']);
  });

  it('asked for once is removed after its answer', async () => {
    const { service } = openService();
    const { stream, take } = listen(service);
    stream.addTarget(target(2, EVERYTHING, { once: true }));
    expect(take()).toStrictEqual(['ADD 2', 'CURRENT 2 token', 'NO_CHANGE token', 'REMOVE 2']);
    await write(service, set('c/a', {}));
    expect(take()).toStrictEqual([]);
  });

  it('that is refused is removed with the cause, and the stream lives on', async () => {
    const { service } = openService({
      authorize: ({ method }) => verdict(method === 'get'),
    });
    const { stream, take, failures } = listen(service, ALICE);
    stream.addTarget(target(2, EVERYTHING));
    stream.addTarget(target(4, { ...EVERYTHING, limit: -1 }));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED', 'REMOVE 4 INVALID_ARGUMENT']);
    stream.addTarget(documents(6, ['c/a']));
    expect(take()[0]).toBe('ADD 6');
    stream.addTarget(documents(6, ['c/b']));
    expect(failures).toStrictEqual(['UNKNOWN']);
    await write(service, set('c/a', {}));
    expect(take()).toStrictEqual([]);
  });

  it('loses a document when a change of it takes the right to read it', async () => {
    const { service } = openService({
      authorize: ({ resource }) => verdict(resource?.fields.get('hidden') !== true),
    });
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(documents(2, ['c/a']));
    take();
    await write(service, set('c/a', { n: 1n }));
    expect(take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
    await write(service, set('c/a', { hidden: true }));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED', 'NO_CHANGE token']);
    await write(service, set('c/a', { n: 2n }));
    expect(take()).toStrictEqual([]);
  });

  it('has room for a thousand targets, and loses its stream when it does not stop there', () => {
    const { service } = openService();
    const { stream, failures, take } = listen(service);
    for (let id = 1; id <= 1000; id += 1) stream.addTarget(documents(id, ['c/a']));
    take();
    stream.addTarget(documents(1001, ['c/a']));
    expect(take()).toStrictEqual(['REMOVE 1001 RESOURCE_EXHAUSTED']);
    stream.removeTarget(1);
    take();
    stream.addTarget(documents(1001, ['c/a']));
    expect(take()[0]).toBe('ADD 1001');
    for (let id = 1002; id <= 2000; id += 1) stream.addTarget(documents(id, ['c/a']));
    expect(failures).toStrictEqual([]);
    stream.addTarget(documents(2001, ['c/a']));
    expect(failures).toStrictEqual(['RESOURCE_EXHAUSTED']);
  });

  it('of more documents than it could want is refused', () => {
    const { service } = openService();
    const { stream, take } = listen(service);
    const paths = Array.from({ length: 10_001 }, (_, index) => `c/d${index}`);
    stream.addTarget(documents(2, paths));
    expect(take()).toStrictEqual(['REMOVE 2 RESOURCE_EXHAUSTED']);
    stream.addTarget(documents(2, paths.slice(1)));
    expect(take()).toHaveLength(10_003);
  });

  it('whose connection throws is closed, and the commit of another succeeds', async () => {
    const { service } = openService();
    const failures: string[] = [];
    let broken = false;
    const emit = (): void => {
      if (broken) throw new Error('gone');
    };
    const stream = service.listen(ADMIN, DATABASE, emit, (error) => failures.push(error.message));
    stream.addTarget(target(2, EVERYTHING));
    broken = true;
    const other = listen(service);
    other.stream.addTarget(target(2, EVERYTHING));
    other.take();
    await write(service, set('c/a', {}));
    expect(failures).toStrictEqual(['Error: gone']);
    expect(other.take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
  });

  it('sees a cleared database as deletions', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }));
    const { stream, take } = listen(service);
    stream.addTarget(target(2, EVERYTHING));
    take();
    service.clear(DATABASE);
    expect(take()).toStrictEqual(['deleted c/a 2', 'NO_CHANGE token']);
  });
});

describe('a resumed listener', () => {
  it('gets only what happened since its token', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }), set('c/b', { n: 1n }), set('c/x', { n: 1n }));
    const first = listen(service);
    first.stream.addTarget(target(2, POSITIVE));
    first.stream.close();
    await write(service, remove('c/a'), set('c/b', { n: 0n }), set('c/new', { n: 1n }));
    const { stream, take } = listen(service);
    const resume = { kind: 'token', token: first.lastToken() } as const;
    stream.addTarget(target(2, POSITIVE, { resume, expectedCount: 3 }));
    const lines = take();
    expect([...lines].sort()).toStrictEqual(
      ['ADD 2', 'deleted c/a 2', 'left c/b -2', '+ c/new 2', 'CURRENT 2 token', 'NO_CHANGE token'].sort(),
    );
    expect(lines.slice(-2)).toStrictEqual(['CURRENT 2 token', 'NO_CHANGE token']);
  });

  it('gets an existence filter when it does not hold what it should', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }), set('c/b', { n: 1n }));
    const first = listen(service);
    first.stream.addTarget(target(2, POSITIVE));
    first.stream.close();
    await write(service, set('c/new', { n: 1n }), remove('c/a'));
    const { stream, take } = listen(service);
    const resume = { kind: 'token', token: first.lastToken() } as const;
    stream.addTarget(target(2, POSITIVE, { resume, expectedCount: 4 }));
    // What left is in the filter alone: a client counts what is missing there, and must not count it twice.
    const found = ['+ c/new 2', 'filter 2 c/b,c/new', 'CURRENT 2 token', 'NO_CHANGE token'];
    expect(take()).toStrictEqual(['ADD 2', ...found]);
  });

  it('gets what is newer, and an existence filter, when nobody knows any more what left', async () => {
    const { service } = openService();
    const before = ['c/a', 'c/b', 'c/same', 'c/x'].map((path) => set(path, { n: 1n }));
    await write(service, ...before);
    const first = listen(service);
    first.stream.addTarget(target(2, POSITIVE));
    first.stream.close();
    await write(service, remove('c/a'), set('c/b', { n: 0n }), set('c/x', { n: 2n }), set('c/y', { n: 1n }));
    await forget(service);
    const { stream, take } = listen(service);
    const resume = { kind: 'token', token: first.lastToken() } as const;
    stream.addTarget(target(2, POSITIVE, { resume, expectedCount: 4 }));
    const found = ['+ c/y 2', '+ c/x 2', 'filter 2 c/same,c/y,c/x', 'CURRENT 2 token', 'NO_CHANGE token'];
    expect(take()).toStrictEqual(['ADD 2', ...found]);
    // Here a document can slip in that has not changed.
    stream.addTarget(target(4, { ...BY_N, limit: 2 }, { resume, expectedCount: 2 }));
    expect(take().slice(0, 2)).toStrictEqual(['ADD 4', 'RESET 4']);
    stream.addTarget(documents(6, ['c/a', 'c/same'], resume));
    expect(take().slice(0, 2)).toStrictEqual(['ADD 6', 'RESET 6']);
  });

  it('starts over where documents came in that say they are older', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }));
    const first = listen(service);
    first.stream.addTarget(target(2, POSITIVE));
    first.stream.close();
    const old = fromMillis(1000);
    const fields = new Map<string, Value>([['n', 1n]]);
    service.importDocuments(DATABASE, [{ path: 'c/old', fields, createTime: old, updateTime: old }]);
    await forget(service);
    const { stream, take } = listen(service);
    const resume = { kind: 'token', token: first.lastToken() } as const;
    stream.addTarget(target(2, POSITIVE, { resume, expectedCount: 1 }));
    expect(take().slice(0, 4)).toStrictEqual(['ADD 2', 'RESET 2', '+ c/a 2', '+ c/old 2']);
  });

  it('starts over when its past is forgotten, was another run’s, or lies in the future', async () => {
    const { service, clock } = openService();
    await write(service, set('c/a', { n: 1n }));
    const first = listen(service);
    first.stream.addTarget(target(2, POSITIVE));
    service.clear(DATABASE);
    await write(service, set('c/b', { n: 1n }));
    const { stream, take } = listen(service);
    const restarted = ['ADD', 'RESET', '+ c/b', 'CURRENT', 'NO_CHANGE'];
    const starts = (lines: string[]): string[] => lines.map((each) => each.replace(/ \d+.*| token/, ''));
    stream.addTarget(target(2, POSITIVE, { resume: { kind: 'token', token: Buffer.from('abc:1') } }));
    expect(starts(take())).toStrictEqual(restarted);
    const past = listen(openService().service);
    past.stream.addTarget(target(2, POSITIVE));
    stream.addTarget(target(4, POSITIVE, { resume: { kind: 'token', token: past.lastToken() } }));
    expect(starts(take())).toStrictEqual(restarted);
    stream.addTarget(
      target(6, POSITIVE, { resume: { kind: 'readTime', time: fromMillis(clock.millis + 5000) } }),
    );
    expect(starts(take())).toStrictEqual(restarted);
  });

  it('starts over from a time before the database was named: what it holds is another run’s', async () => {
    const { service, clock } = openService();
    await write(service, set('c/a', { n: 1n }));
    const { stream, take } = listen(service);
    const resume = { kind: 'readTime', time: fromMillis(clock.millis - 5000) } as const;
    stream.addTarget(target(2, POSITIVE, { resume, expectedCount: 1 }));
    expect(take().slice(0, 3)).toStrictEqual(['ADD 2', 'RESET 2', '+ c/a 2']);
  });

  it('of one document is told only of a change', async () => {
    const { service } = openService();
    await write(service, set('c/a', { n: 1n }));
    const first = listen(service);
    first.stream.addTarget(documents(2, ['c/a']));
    const resume = { kind: 'token', token: first.lastToken() } as const;
    const { stream, take } = listen(service);
    stream.addTarget(documents(2, ['c/a'], resume));
    expect(take()).toStrictEqual(['ADD 2', 'CURRENT 2 token', 'NO_CHANGE token']);
    await write(service, remove('c/a'));
    take();
    stream.addTarget(documents(4, ['c/a'], resume));
    expect(take()).toStrictEqual(['ADD 4', 'deleted c/a 4', 'CURRENT 4 token', 'NO_CHANGE token']);
  });
});

/** What a client that applies every response would hold. */
class Mirror {
  readonly #held = new Map<string, ReadonlyMap<string, Value>>();
  token: Uint8Array = new Uint8Array();
  boundaries = 0;

  apply(response: ListenResponse): void {
    if (response.kind === 'documentChange' && response.targetIds.length > 0)
      this.#held.set(response.document.path, response.document.fields);
    if (response.kind === 'documentChange' && response.targetIds.length === 0)
      this.#held.delete(response.document.path);
    if (response.kind === 'documentDelete' || response.kind === 'documentRemove')
      this.#held.delete(response.path);
    if (response.kind !== 'targetChange') return;
    if (response.type === 'RESET') this.#held.clear();
    if (response.type === 'NO_CHANGE') this.boundaries += 1;
    if (response.resumeToken !== null) this.token = response.resumeToken;
  }

  get count(): number {
    return this.#held.size;
  }

  state(): unknown {
    return [...this.#held].map(([path, fields]) => [path, Object.fromEntries(fields)]).sort();
  }
}

describe('differences', () => {
  const change = fc.record({
    path: fc.constantFrom('c/1', 'c/2', 'c/3', 'c/4', 'd/1/c/1', 'd/1'),
    n: fc.option(fc.bigInt({ min: -2n, max: 3n }), { nil: null }),
  });
  const query = fc.record({
    group: fc.boolean(),
    filtered: fc.boolean(),
    descending: fc.boolean(),
    limit: fc.constantFrom(null, 1, 2),
    start: fc.constantFrom(null, 0n, 1n),
  });

  it('always add up to what the query answers, also after a resumption', async () => {
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        fc.nat(8),
        async (shape, commits, pause) => {
          const { service } = openService();
          const structured: StructuredQuery = {
            ...EVERYTHING,
            from: [{ collectionId: 'c', allDescendants: shape.group }],
            where: shape.filtered ? { kind: 'field', field: ['n'], op: '>', value: 0n } : null,
            orderBy: [{ field: ['n'], direction: shape.descending ? 'DESCENDING' : 'ASCENDING' }],
            startAt: shape.start === null ? null : { values: [shape.start], before: true },
            limit: shape.limit,
          };
          const mirror = new Mirror();
          const paused = new Mirror();
          const open = (into: Mirror): ListenStream =>
            service.listen(
              ADMIN,
              DATABASE,
              (response) => into.apply(response),
              () => undefined,
            );
          open(mirror).addTarget(target(2, structured));
          const stopped = open(paused);
          stopped.addTarget(target(2, structured));
          for (const [index, changes] of commits.entries()) {
            if (index === pause) stopped.close();
            const boundaries = mirror.boundaries;
            await write(
              service,
              ...changes.map(({ path, n }) => (n === null ? remove(path) : set(path, { n }))),
            );
            expect(mirror.boundaries - boundaries).toBeLessThanOrEqual(1);
          }
          stopped.close();
          const resume = { kind: 'token', token: paused.token } as const;
          open(paused).addTarget(target(2, structured, { resume, expectedCount: paused.count }));
          const { documents: answer } = await service.runQuery(
            ADMIN,
            { database: DATABASE, parent: '', query: structured },
            { kind: 'strong' },
          );
          const expected = answer.map((each) => [each.path, Object.fromEntries(each.fields)]).sort();
          expect(mirror.state()).toStrictEqual(expected);
          expect(paused.state()).toStrictEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);
});
