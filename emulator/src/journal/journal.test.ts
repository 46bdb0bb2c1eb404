/** What a journal keeps, and what is left of it when it was cut or damaged at any place. */
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFirestoreService } from '../service/create-firestore-service.ts';
import type { LocalFirestore } from '../service/options.ts';
import type { Caller, Write } from '../service/requests.ts';
import { arbitraryValue } from '../values/arbitrary-value.ts';
import { valuesIdentical } from '../values/compare.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import { toStoredValue } from '../values/stored-value.ts';
import { Timestamp, toMicros } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { frameRecord, readJournal } from './journal-file.ts';
import {
  decodeEntry,
  decodeRecord,
  encodeEntry,
  encodeRecord,
  type JournalEntry,
  type JournaledEvent,
  type JournalRecord,
} from './journal-record.ts';
import { type JournalWriter, openJournalWriter } from './journal-writer.ts';
import { journaled, recordOf } from './journaled-service.ts';
import { recoverJournal } from './recover-journal.ts';
import { keepUndelivered } from './undelivered-events.ts';

const admin: Caller = { kind: 'admin' };
const main: DatabaseId = { project: 'demo', database: '(default)' };
const second: DatabaseId = { project: 'demo', database: 'second' };

let directory = '';
let path = '';
let logged: string[] = [];
const log = (line: string) => logged.push(line);
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(directory, 'journal');
  logged = [];
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const time = new Timestamp(1_790_000_000, 123_456_000);
const document = (name: string, fields: Record<string, Value>): Document => ({
  path: name,
  fields: new Map(Object.entries(fields)),
  createTime: time,
  updateTime: new Timestamp(1_790_000_001, 0),
});
const record = (...written: Document[]): JournalRecord => ({
  database: main,
  cleared: false,
  written,
  deleted: [],
});

function read(): { records: JournalRecord[]; dropped: number } {
  const records: JournalRecord[] = [];
  const dropped = readJournal(path, (each) => {
    if ('database' in each) records.push(each);
  });
  return { records, dropped };
}

async function write(...records: readonly JournalEntry[]): Promise<void> {
  read();
  const writer = await openJournalWriter(path, log);
  for (const each of records) writer.append(each);
  await writer.close();
}

/** A service that journals, as the server joins them. */
async function openService(): Promise<{ service: LocalFirestore; close: () => Promise<void> }> {
  let writer: JournalWriter | null = null;
  const bare = createFirestoreService({
    authorize: null,
    onCommit: (commit) => writer?.append(recordOf(commit)),
  });
  recoverJournal(bare, path, log);
  const opened = await openJournalWriter(path, log);
  writer = opened;
  return { service: journaled(bare, opened.append), close: opened.close };
}

/** Everything that is stored, in an order that compares. */
function contents(service: LocalFirestore): Map<string, readonly Document[]> {
  const all = new Map<string, readonly Document[]>();
  for (const database of service.databases()) {
    const documents = [...service.documents(database)].sort((a, b) => (a.path < b.path ? -1 : 1));
    if (documents.length > 0) all.set(database.database, documents);
  }
  return all;
}

const set = (name: string, fields: Record<string, Value>): Write => ({
  kind: 'update',
  path: name,
  fields: new Map(Object.entries(fields)),
  mask: null,
  transforms: [],
  precondition: null,
});

describe('a record', () => {
  it('gives back any value of any type, and the times of its document', () => {
    fc.assert(
      fc.property(arbitraryValue, (any) => {
        const value = toStoredValue(any);
        const { written } = decodeRecord(encodeRecord(record(document('c/d', { value }))));
        expect(written).toHaveLength(1);
        const [back] = written;
        expect(valuesIdentical(back?.fields ?? new Map(), new Map([['value', value]]))).toBe(true);
        expect(back).toMatchObject({ path: 'c/d', createTime: time, updateTime: { seconds: 1_790_000_001 } });
      }),
    );
  });

  it('keeps what went: deleted documents, or all of them', () => {
    const gone: JournalRecord = { database: second, cleared: true, written: [], deleted: ['a/b', 'c/d/e/f'] };
    expect(decodeRecord(encodeRecord(gone))).toStrictEqual(gone);
  });
});

const event = (id: string): JournaledEvent => ({
  id,
  lane: `lane of ${id}`,
  path: '/functions/x',
  toRequest: () => ({ headers: { 'ce-id': id, 'ce-type': 'any' }, body: 'b2R5ü' }),
});

describe('an event', () => {
  it('is given back as it was to be sent, and so is its delivery', () => {
    const back = decodeEntry(encodeEntry({ event: event('one') }));
    if (!('event' in back)) throw new Error('It is no event any more.');
    expect({ ...back.event, request: back.event.toRequest() }).toStrictEqual({
      ...event('one'),
      toRequest: expect.any(Function),
      request: event('one').toRequest(),
    });
    expect(decodeEntry(encodeEntry({ delivered: 'one' }))).toStrictEqual({ delivered: 'one' });
  });

  it('is recovered until it was delivered, in its order', async () => {
    await write({ event: event('a') }, { event: event('b') }, { event: event('c') }, { delivered: 'b' });
    const service = createFirestoreService({ authorize: null });
    expect(recoverJournal(service, path, log).map(({ id }) => id)).toStrictEqual(['a', 'c']);
    expect(logged).toStrictEqual(['Recovered 2 events that no function had handled yet.']);
  });

  it('is not written when it was delivered at once, nor twice when it was recovered', async () => {
    read();
    const writer = await openJournalWriter(path, log);
    const undelivered = keepUndelivered(writer, [event('known')]);
    undelivered.taken(event('known'));
    undelivered.taken(event('quick'));
    undelivered.done(event('quick'));
    await writer.close();
    expect(statSync(path).size).toBe('firestore-journal 1\n'.length);
  });

  it('is written when it waits, and so is its end', async () => {
    read();
    const writer = await openJournalWriter(path, log);
    const undelivered = keepUndelivered(writer, [event('known')]);
    undelivered.taken(event('slow'));
    const entries = () => {
      const all: string[] = [];
      readJournal(path, (entry) => {
        if ('event' in entry) all.push(`event ${entry.event.id}`);
        else if ('delivered' in entry) all.push(`delivered ${entry.delivered}`);
      });
      return all;
    };
    await vi.waitFor(() => expect(entries()).toStrictEqual(['event slow']));
    undelivered.done(event('slow'));
    undelivered.done(event('known'));
    await writer.close();
    expect(entries()).toStrictEqual(['event slow', 'delivered slow', 'delivered known']);
  });
});

describe('a journal', () => {
  it('is begun when it is missing, and holds nothing', () => {
    expect(read()).toStrictEqual({ records: [], dropped: 0 });
    expect(readFileSync(path, 'utf8')).toBe('firestore-journal 1\n');
  });

  it('gives back its records in order, those of an earlier run first', async () => {
    const [a, b, c] = ['c/a', 'c/b', 'c/c'].map((name) => record(document(name, {})));
    if (!a || !b || !c) throw new Error('There are three.');
    await write(a, b);
    await write(c);
    expect(read().records.map(({ written }) => written[0]?.path)).toStrictEqual(['c/a', 'c/b', 'c/c']);
  });

  it('keeps every whole record wherever it is cut, and can be appended to after that', async () => {
    const records = [1, 2, 3].map((n) => record(document(`c/${n}`, { text: 'x'.repeat(n * 7) })));
    await write(...records);
    const whole = readFileSync(path);
    const ends = records.map((each) => frameRecord(encodeRecord(each)).length);
    for (let size = 0; size <= whole.length; size += 1) {
      writeFileSync(path, whole.subarray(0, size));
      let rest = size - 'firestore-journal 1\n'.length;
      const expected = ends.filter((length) => {
        rest -= length;
        return rest >= 0;
      }).length;
      expect(read().records).toHaveLength(expected);
      appendFileSync(path, frameRecord(encodeRecord(record(document('c/later', {})))));
      expect(read()).toMatchObject({ records: { length: expected + 1 }, dropped: 0 });
    }
  });

  it('never takes a damaged byte for data', async () => {
    await write(...[1, 2].map((n) => record(document(`c/${n}`, { n: BigInt(n) }))));
    const whole = readFileSync(path);
    for (let index = 'firestore-journal 1\n'.length; index < whole.length; index += 1) {
      const damaged = Buffer.from(whole);
      damaged[index] = (damaged[index] ?? 0) ^ 0x10;
      writeFileSync(path, damaged);
      const { records, dropped } = read();
      expect(records.length).toBeLessThan(2);
      expect(records.map(({ written }) => written[0]?.fields.get('n'))).toStrictEqual(
        [1n].slice(0, records.length),
      );
      expect(dropped).toBeGreaterThan(0);
    }
  });

  it('leaves a file alone that is something else', () => {
    writeFileSync(path, 'the only copy of my novel');
    expect(read).toThrow('is no journal of this Firestore. Choose another file.');
    expect(readFileSync(path, 'utf8')).toBe('the only copy of my novel');
  });

  it('says in one sentence that its folder is not there', () => {
    path = join(directory, 'nowhere', 'journal');
    expect(read).toThrow(/^The journal .*nowhere.journal cannot be opened: ENOENT/);
  });
});

describe('the writer', () => {
  it('puts a record into the file within the time that a crash may cost', async () => {
    read();
    const writer = await openJournalWriter(path, log);
    const before = statSync(path).size;
    const began = performance.now();
    writer.append(record(document('c/d', {})));
    const grown = await new Promise<number>((resolve) => {
      const look = () => (statSync(path).size > before ? resolve(performance.now()) : setImmediate(look));
      look();
    });
    expect(grown - began).toBeLessThan(500);
    await writer.close();
  });

  it('writes a large import in portions, all of it', async () => {
    const big = 'x'.repeat(1000);
    await write(...Array.from({ length: 2000 }, (_, n) => record(document(`c/${n}`, { big }))));
    expect(read()).toMatchObject({ records: { length: 2000 }, dropped: 0 });
  });

  it('stops at the first failure and says so once', async () => {
    read();
    const writer = await openJournalWriter(path, log);
    await writer.close();
    writer.append(record(document('c/a', {})));
    await vi.waitFor(() => expect(logged).toHaveLength(1));
    expect(logged[0]).toMatch(
      /^The journal .* cannot be written any more, so a crash loses what comes now: /,
    );
    writer.append(record(document('c/b', {})));
    expect(read().records).toStrictEqual([]);
  });
});

describe('recovery', () => {
  it('brings back what was there, over a seed, and says how much', async () => {
    const first = await openService();
    await first.service.commit(admin, main, [set('c/a', { n: 1n }), set('c/b', { n: 2n })], null);
    await first.service.commit(admin, main, [{ kind: 'delete', path: 'c/b', precondition: null }], null);
    await first.close();
    const seeded = createFirestoreService({ authorize: null });
    seeded.importDocuments(main, [document('c/b', {}), document('c/seed', {})]);
    recoverJournal(seeded, path, log);
    expect([...seeded.documents(main)].map((each) => each.path).sort()).toStrictEqual(['c/a', 'c/seed']);
    expect(logged).toStrictEqual([`Recovered 3 writes from the journal ${path}.`]);
  });

  it('says what a torn end cost', async () => {
    await write(record(document('c/a', {})), record(document('c/b', {})));
    truncateSync(path, statSync(path).size - 1);
    const service = createFirestoreService({ authorize: null });
    recoverJournal(service, path, log);
    expect([...service.documents(main)].map((each) => each.path)).toStrictEqual(['c/a']);
    expect(logged).toStrictEqual([
      expect.stringMatching(/breaks off in the middle of a record: its last \d+ bytes were dropped/),
      `Recovered 1 write from the journal ${path}.`,
    ]);
  });

  it('is silent about a journal that holds nothing', async () => {
    await (await openService()).close();
    expect(logged).toStrictEqual([]);
  });

  it('lets later commits come after the recovered ones', async () => {
    const first = await openService();
    const before = await first.service.commit(admin, main, [set('c/a', { n: 1n })], null);
    await first.close();
    const again = await openService();
    const after = await again.service.commit(admin, main, [set('c/a', { n: 2n })], null);
    await again.close();
    expect(toMicros(after.commitTime)).toBeGreaterThan(toMicros(before.commitTime));
    const [stored] = again.service.documents(main);
    expect(stored?.createTime).toStrictEqual(before.commitTime);
  });

  const name = fc.constantFrom('c/a', 'c/b', 'c/c', 'd/a', 'c/a/e/f');
  const oneWrite: fc.Arbitrary<Write> = fc.oneof(
    fc.tuple(name, arbitraryValue).map(([each, value]) => set(each, { value })),
    fc.tuple(name, arbitraryValue).map(([each, value]) => ({
      ...(set(each, { value }) as Extract<Write, { kind: 'update' }>),
      mask: [['value']],
      transforms: [{ field: ['at'], kind: 'serverTimestamp' as const }],
    })),
    name.map((each) => ({ kind: 'delete' as const, path: each, precondition: null })),
  );
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.array(oneWrite, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant('clear' as const) },
    { weight: 1, arbitrary: fc.array(name, { maxLength: 2 }) },
  );

  it('gives exactly what was stored, whatever was done, with a restart anywhere between', async () => {
    const life = fc.array(fc.tuple(fc.constantFrom(main, second), step, fc.boolean()), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        rmSync(path, { force: true });
        let running = await openService();
        for (const [database, act, restart] of steps) {
          if (act === 'clear') running.service.clear(database);
          else if (act.every((each) => typeof each === 'string')) {
            running.service.importDocuments(
              database,
              act.map((each) => document(each, { imported: true })),
            );
          } else {
            // A value may break a limit; then nothing is stored, and nothing may be recovered.
            await running.service
              .commit(admin, database, act as readonly Write[], null)
              .catch(() => undefined);
          }
          if (!restart) continue;
          const before = contents(running.service);
          await running.close();
          running = await openService();
          expect(contents(running.service)).toStrictEqual(before);
        }
        const before = contents(running.service);
        await running.close();
        const after = createFirestoreService({ authorize: null });
        recoverJournal(after, path, log);
        expect(contents(after)).toStrictEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
