/** Triggers of our Firestore in the real Functions emulator: told of everything, in order, whatever becomes of the functions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it, vi } from 'vitest';
import { project } from '../suite/config.ts';
import { notesOf } from './small-project.fixture.ts';

const { ports, root, functions } = inject('smallProject');
const database = `projects/${project}/databases/(default)`;

const notes = (collection: string) => notesOf(root, collection);

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const callers = {
  administrator: { authorization: 'Bearer owner' },
  ada: { authorization: `Bearer ${base64({ alg: 'none' })}.${base64({ sub: 'ada', user_id: 'ada' })}.` },
  nobody: {},
};

/** Sets the field `n` of a document, or deletes it for null. */
async function write(path: string, n: number | null, caller: keyof typeof callers = 'administrator') {
  const response = await fetch(`http://127.0.0.1:${ports.firestore}/v1/${database}/documents/${path}`, {
    method: n === null ? 'DELETE' : 'PATCH',
    headers: { 'content-type': 'application/json', ...callers[caller] },
    ...(n === null ? {} : { body: JSON.stringify({ fields: { n: { integerValue: String(n) } } }) }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}

/** An event may come again; then it comes before the next one of its document. */
const withoutRepeats = (numbers: readonly (number | null | undefined)[]) =>
  numbers.filter((each, index) => index === 0 || each !== numbers[index - 1]);
const until = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const slowDocuments = ['slow/a', 'slow/b'];
let slowWritten: number | null = null;
/** Two events for each slow document, which take twenty seconds: they go on beside other tests. */
async function writeSlowDocuments(): Promise<number> {
  if (slowWritten !== null) return slowWritten;
  const began = performance.now();
  slowWritten = began;
  for (const n of [1, 2]) for (const path of slowDocuments) await write(path, n);
  return began;
}

it('tells each kind of trigger what it is for, those with auth context also who did it', async () => {
  await write('lives/x', 1, 'administrator');
  await write('lives/x', 2, 'ada');
  await write('lives/x', null, 'nobody');
  const told = await vi.waitFor(
    () => {
      const found = notes('lives');
      expect(found).toHaveLength(12);
      return found;
    },
    { timeout: 60_000 },
  );
  const of = (name: string) =>
    told
      .filter((note) => note.name === name)
      .map(({ before, after, authType, authId }) => ({ before, after, authType, authId }));
  const nobody = { authType: null, authId: null };
  expect(of('created')).toEqual([{ after: 1, ...nobody }]);
  expect(of('updated')).toEqual([{ before: 1, after: 2, ...nobody }]);
  expect(of('deleted')).toEqual([{ after: 2, ...nobody }]);
  expect(of('written')).toEqual([
    { before: null, after: 1, ...nobody },
    { before: 1, after: 2, ...nobody },
    { before: 2, after: null, ...nobody },
  ]);
  const administrator = { authType: 'service_account', authId: 'owner' };
  const ada = { authType: 'unknown', authId: 'ada' };
  const unauthenticated = { authType: 'unauthenticated', authId: null };
  expect(of('createdWithAuth')).toEqual([{ after: 1, ...administrator }]);
  expect(of('updatedWithAuth')).toEqual([{ before: 1, after: 2, ...ada }]);
  expect(of('deletedWithAuth')).toEqual([{ after: 2, ...unauthenticated }]);
  expect(of('writtenWithAuth')).toEqual([
    { before: null, after: 1, ...administrator },
    { before: 1, after: 2, ...ada },
    { before: 2, after: null, ...unauthenticated },
  ]);
  for (const { document, params } of told)
    expect({ document, params }).toEqual({ document: 'lives/x', params: { id: 'x' } });
}, 120_000);

it('loses no event, and keeps their order, while the functions are loaded again under the writes', async () => {
  await writeSlowDocuments();
  const source = join(functions, 'index.js');
  const written = new Map(['reloads/a', 'reloads/b'].map((path) => [path, 0]));
  const writeAll = async () => {
    for (const [path, n] of written) {
      await write(path, n + 1);
      written.set(path, n + 1);
    }
  };
  for (const version of [2, 3]) {
    writeFileSync(source, readFileSync(source, 'utf8').replace(/version = \d+/, `version = ${version}`));
    const atLeast = version * 10;
    await vi.waitFor(
      async () => {
        await writeAll();
        expect(notes('reloads').map((note) => note.version)).toContain(version);
        expect(written.get('reloads/a')).toBeGreaterThan(atLeast);
      },
      { timeout: 50_000, interval: 40 },
    );
  }
  await vi.waitFor(
    () => {
      for (const [path, count] of written) {
        const told = notes('reloads').filter(({ document }) => document === path);
        expect(withoutRepeats(told.map(({ after }) => after))).toEqual(until(count));
      }
    },
    { timeout: 50_000 },
  );
}, 120_000);

it('brings an event again whose process was killed under it', async () => {
  await write('kills/x', 1);
  await write('kills/x', 2);
  const begun = await vi.waitFor(
    () => {
      const [first] = notes('kills');
      if (first?.process === undefined) throw new Error('It has not begun.');
      return { ...first, process: first.process };
    },
    { timeout: 50_000 },
  );
  process.kill(begun.process, 'SIGKILL');
  const told = await vi.waitFor(
    () => {
      const found = notes('kills');
      expect(found.filter(({ name }) => name === 'killed')).toHaveLength(2);
      return found;
    },
    { timeout: 50_000 },
  );
  expect(told.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['begun', undefined, undefined],
    ['begun', undefined, undefined],
    ['killed', null, 1],
    ['begun', undefined, undefined],
    ['killed', 1, 2],
  ]);
  expect(told.slice(0, 3).map(({ event }) => event)).toEqual([begun.event, begun.event, begun.event]);
  expect(told[1]?.process).not.toBe(begun.process);
}, 120_000);

it('loses no event of a function that takes ten seconds, in spite of the reload', async () => {
  const began = await writeSlowDocuments();
  await vi.waitFor(
    () => {
      for (const path of slowDocuments) {
        const told = notes('slow').filter(({ document }) => document === path);
        expect(withoutRepeats(told.map(({ after }) => after))).toEqual([1, 2]);
      }
    },
    { timeout: 60_000 },
  );
  expect(performance.now() - began).toBeGreaterThan(20_000);
}, 120_000);
