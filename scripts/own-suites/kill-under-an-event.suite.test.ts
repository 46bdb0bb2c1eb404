/** A suite that is killed while a function is at work on an event, and started again over its journal. */
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { project } from '../suite/config.ts';
import { type Suite, startSuite } from '../suite/launch.ts';
import { processTree } from '../suite/processes.ts';
import { killAtOnce } from './kill-at-once.fixture.ts';
import { notesOf, smallProject } from './small-project.fixture.ts';

const { root, remove } = smallProject();
let running: Suite | null = null;
const kill = async (suite: Suite) => {
  killAtOnce(await processTree(suite.pid));
  await suite.ended;
};
afterAll(async () => {
  if (running !== null) await kill(running);
  remove();
});

const start = async (): Promise<Suite> => {
  running = await startSuite(root, {
    name: 'small',
    freePorts: true,
    journal: join(root, '.sameboat', 'journal'),
  });
  return running;
};

it('brings the event to the real Functions emulator again, once and with the same ID', async () => {
  const first = await start();
  const documents = `http://127.0.0.1:${first.ports.firestore}/v1/projects/${project}/databases/(default)/documents`;
  for (const n of [1, 2]) {
    const response = await fetch(`${documents}/kills/x`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer owner' },
      body: JSON.stringify({ fields: { n: { integerValue: String(n) } } }),
    });
    expect(response.status).toBe(200);
  }
  // The functions run from a copy, which the next start makes again, so each run notes apart.
  const functions = join(root, '.sameboat', 'suites', 'small');
  const begun = await vi.waitFor(
    () => {
      const [note] = notesOf(functions, 'kills');
      if (note === undefined) throw new Error('It has not begun.');
      return note;
    },
    { timeout: 40_000 },
  );
  expect(begun.name).toBe('begun');
  await kill(first);

  await start();
  const told = await vi.waitFor(
    () => {
      const notes = notesOf(functions, 'kills');
      expect(notes.map(({ name, after }) => [name, after])).toEqual([
        ['begun', undefined],
        ['killed', 1],
        ['begun', undefined],
        ['killed', 2],
      ]);
      return notes;
    },
    { timeout: 40_000 },
  );
  expect(told[0]?.event).toBe(begun.event);
}, 120_000);
