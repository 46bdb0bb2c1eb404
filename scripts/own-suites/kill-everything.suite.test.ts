/** `npm start`, killed with everything that it had started in the middle of writes, and started again. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { initializeTestEnvironment } from '@firebase/rules-unit-testing';
import { afterAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { project } from '../suite/config.ts';
import { type KnownProcess, processTree } from '../suite/processes.ts';
import { killAtOnce } from './kill-at-once.fixture.ts';
import { account, at, post, type Started, startFolder } from './npm-start.fixture.ts';

const folder = startFolder();
afterAll(() => folder.remove());
const start = () => folder.untilUp(folder.launch());

const picture = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
const bucket = `${project}.appspot.com`;
const objectSchema = z.object({ downloadTokens: z.string(), metadata: z.record(z.string(), z.string()) });

/** Resolves to the URL that anybody can see the picture at. */
async function uploadPicture({ emulators }: Started): Promise<string> {
  const objects = `${at(emulators.storage)}/v0/b/${bucket}/o`;
  const headers = { authorization: 'Bearer owner', 'content-type': 'image/png' };
  const object = `${objects}/${encodeURIComponent('users/ada/avatar/1')}`;
  const name = encodeURIComponent('users/ada/avatar/1');
  await fetch(`${objects}?name=${name}`, { method: 'POST', headers, body: picture });
  const stored = await fetch(object, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ metadata: { mood: 'good' } }),
  });
  const { downloadTokens, metadata } = objectSchema.parse(await stored.json());
  expect(metadata).toEqual({ mood: 'good' });
  return `${object}?alt=media&token=${downloadTokens}`;
}

const database = `projects/${project}/databases/(default)`;
const textOf = (id: string) => `${id} `.repeat(300);
const numberOf = (id: string) => Number(id.split('-')[1]);

/** One after another; each is two documents that are stored together or not at all. */
async function writePair({ emulators }: Started, id: string): Promise<void> {
  await post(`${at(emulators.firestore)}/v1/${database}/documents:commit`, {
    writes: ['left', 'right'].map((side) => ({
      update: {
        name: `${database}/documents/${side}/${id}`,
        fields: { text: { stringValue: textOf(id) } },
      },
    })),
  });
}

/** The IDs of a collection's documents; each must hold what was written, whole. */
async function storedIn({ emulators }: Started, collection: string): Promise<string[]> {
  const rows = z
    .array(
      z.object({
        document: z.optional(
          z.object({
            name: z.string(),
            fields: z.object({ text: z.object({ stringValue: z.string() }) }),
          }),
        ),
      }),
    )
    .parse(
      await post(`${at(emulators.firestore)}/v1/${database}/documents:runQuery`, {
        structuredQuery: { from: [{ collectionId: collection }] },
      }),
    );
  return rows.flatMap(({ document }) => {
    if (document === undefined) return [];
    const id = document.name.split('/').at(-1) ?? '';
    expect(document.fields.text.stringValue).toBe(textOf(id));
    return [id];
  });
}

/** What was acknowledged, in order, with the time of it. */
interface Lane {
  readonly name: string;
  readonly acknowledged: number[];
}

const kinds = ['emulators:start', 'firestore.mjs', 'storage-rules.mjs', 'functionsEmulatorRuntime'];
const runsAll = (tree: readonly KnownProcess[]) =>
  kinds.every((kind) => tree.some(({ command }) => command.includes(kind)));

it('loses at most the last second when everything is killed at once, and says what it recovered', async () => {
  const first = await start();
  expect(first.output()).not.toContain('not stopped in good order');
  const { uid } = await account(first, 'signUp');
  const url = await uploadPicture(first);

  const sdk = await initializeTestEnvironment({
    projectId: project,
    firestore: first.emulators.firestore,
  });
  let over = false;
  const lanes: Lane[] = [];
  const keepWriting = async (name: string, write: (id: string) => Promise<void>) => {
    const acknowledged: number[] = [];
    lanes.push({ name, acknowledged });
    for (let n = 0; !over; n += 1) {
      try {
        await write(`${name}-${n}`);
      } catch (error) {
        if (!over) throw error;
        return;
      }
      if (!over) acknowledged.push(performance.now());
    }
  };
  const writers = Promise.all([
    ...['a', 'b', 'c'].map((lane) => keepWriting(lane, (id) => writePair(first, id))),
    sdk.withSecurityRulesDisabled((context) => {
      const gone = new Promise<void>((resolve) => first.launcher.once('exit', () => resolve()));
      const documents = context.firestore().collection('sdk');
      // The SDK does not give up a write when the suite goes; the test does.
      return keepWriting('sdk', (id) => Promise.race([documents.doc(id).set({ text: textOf(id) }), gone]));
    }),
  ]);
  // A message, so that the functions have a process of their own to lose.
  await post(`${at(first.emulators.firestore)}/v1/${database}/documents/chats/c/messages?documentId=m`, {
    fields: {},
  });

  const tree = await vi.waitFor(
    async () => {
      const found = await processTree(first.pid);
      expect(runsAll(found)).toBe(true);
      for (const { acknowledged } of lanes) expect(acknowledged[0]).toBeLessThan(performance.now() - 1500);
      return found;
    },
    { timeout: 40_000, interval: 100 },
  );
  const killed = performance.now();
  over = true;
  killAtOnce(tree);
  await first.exit;
  await writers;
  await sdk.cleanup();

  const second = await start();
  expect(second.output()).toMatch(
    /^The last run was not stopped in good order\..* Recovered \d+ writes from the journal .*\.$/m,
  );
  const stored = { left: await storedIn(second, 'left'), sdk: await storedIn(second, 'sdk') };
  expect(await storedIn(second, 'right')).toEqual(stored.left);
  for (const { name, acknowledged } of lanes) {
    const found = [...stored.left, ...stored.sdk]
      .filter((id) => id.startsWith(`${name}-`))
      .map(numberOf)
      .sort((a, b) => a - b);
    const old = acknowledged.filter((time) => time < killed - 1000).length;
    expect(old).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThanOrEqual(old);
    // None between is missing, and none is there that nobody wrote.
    expect(found).toEqual(found.map((_, index) => index));
    expect(found.length).toBeLessThanOrEqual(acknowledged.length + 1);
  }
  expect((await account(second, 'signInWithPassword')).uid).toBe(uid);
  const shown = await fetch(url.replace(at(first.emulators.storage), at(second.emulators.storage)));
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true);

  // Stopped in good order, it has nothing left to recover.
  second.launcher.kill('SIGINT');
  expect(await second.exit).toBe(0);
  expect(second.output()).toContain('Saved. Goodbye.');
  const left = readdirSync(join(folder.root, '.sameboat')).sort();
  expect(left).toEqual(['built', 'data', 'logs', 'suites']);
  expect(existsSync(join(folder.root, '.sameboat', 'data', 'storage_export'))).toBe(true);
}, 120_000);
