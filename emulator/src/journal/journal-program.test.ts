/** The built program, killed in the middle of its writing, and started again. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

const emulator = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'journal-program-'));
const program = join(directory, 'dist', 'firestore.mjs');
const children: ChildProcess[] = [];
beforeAll(() => {
  // A build of its own, apart from what a running suite is started from.
  execFileSync(process.execPath, [join(emulator, 'build.mjs'), join(directory, 'dist')]);
  return () => rmSync(directory, { recursive: true, force: true });
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Running {
  readonly url: string;
  readonly output: () => string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(journal: string, ...flags: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [program, '--port', '0', '--project_id', 'demo', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FIRESTORE_EMULATOR_JOURNAL: journal },
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await vi.waitFor(() => expect(output).toMatch(/accepts on/), { timeout: 10_000 });
  const address = /accepts on (127\.0\.0\.1:\d+)/.exec(output)?.[1];
  return {
    url: `http://${address}/v1/projects/demo/databases/(default)/documents`,
    output: () => output,
    kill: (signal) => {
      child.kill(signal);
      return exit;
    },
  };
}

const write = (url: string, id: number) =>
  fetch(`${url}/c/d${id}`, {
    method: 'PATCH',
    headers: { Authorization: 'Bearer owner' },
    body: JSON.stringify({ fields: { n: { integerValue: String(id) } } }),
  });

/** The numbers that are stored, in order. */
async function stored(url: string): Promise<number[]> {
  const response = await fetch(`${url}:runQuery`, {
    method: 'POST',
    headers: { Authorization: 'Bearer owner' },
    body: JSON.stringify({
      structuredQuery: { from: [{ collectionId: 'c' }], orderBy: [{ field: { fieldPath: 'n' } }] },
    }),
  });
  const rows = (await response.json()) as { document?: { fields: { n: { integerValue: string } } } }[];
  return rows.flatMap(({ document }) => (document ? [Number(document.fields.n.integerValue)] : []));
}

describe('a program that is killed in the middle of writes', () => {
  it('has lost at most the last second when it starts again, and nothing between', async () => {
    const journal = join(directory, 'killed');
    const first = await start(journal);
    const acknowledged: number[] = [];
    const began = performance.now();
    // Two seconds of writes, so that there is something older than the last one.
    for (let id = 0; performance.now() - began < 2_000; id += 1) {
      expect((await write(first.url, id)).status).toBe(200);
      acknowledged.push(performance.now());
    }
    const killed = performance.now();
    await first.kill('SIGKILL');

    const second = await start(journal);
    const found = await stored(second.url);
    const old = acknowledged.filter((at) => at < killed - 1_000).length;
    expect(old).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThanOrEqual(old);
    expect(found).toStrictEqual(found.map((_, index) => index));
    expect(second.output()).toContain(`Recovered ${found.length} writes from the journal ${journal}.`);

    // And it goes on in the same file.
    await write(second.url, found.length);
    expect(await second.kill('SIGINT')).toBe(0);
    const third = await start(journal);
    expect(await stored(third.url)).toStrictEqual([...found, found.length]);
  }, 30_000);

  it('brings to the functions what they had not handled, with the same ID, and nothing else again', async () => {
    const asked: { readonly id: unknown; readonly document: unknown; readonly response: ServerResponse }[] =
      [];
    const functions = createServer((request, response) => {
      const { 'ce-id': id, 'ce-document': document } = request.headers;
      asked.push({ id, document, response });
      request.resume();
    });
    await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(functions.address() as AddressInfo).port}`;
    const register = ({ url }: Running) =>
      fetch(new URL('/emulator/v1/projects/demo/eventarcTrigger?eventarcTriggerId=onWrite', url), {
        method: 'POST',
        body: JSON.stringify({
          eventType: 'google.cloud.firestore.document.v1.written',
          database: '(default)',
          document: { value: 'c/{id}', matchType: 'PATH_PATTERN' },
        }),
      });

    const journal = join(directory, 'with-events');
    const first = await start(journal, '--functions_emulator', host);
    expect((await register(first)).status).toBe(200);
    for (const id of [1, 2]) await write(first.url, id);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    const [handled, unhandled] = asked.map(({ id }) => String(id));
    const holds = (text: string) => readFileSync(journal, 'latin1').split(text).length - 1;
    await vi.waitFor(() => expect(holds(`${handled}`)).toBeGreaterThan(0), { timeout: 5000 });
    asked[0]?.response.end();
    // Its delivery is one more record with its ID, which an event has twice.
    await vi.waitFor(() => expect(holds(`${handled}`)).toBe(3), { timeout: 5000 });
    await first.kill('SIGKILL');

    const second = await start(journal, '--functions_emulator', host);
    expect(second.output()).toContain('Recovered 1 event that no function had handled yet.');
    expect((await register(second)).status).toBe(200);
    await vi.waitFor(() => expect(asked).toHaveLength(3), { timeout: 5000 });
    expect(asked[2]).toMatchObject({ id: unhandled, document: asked[1]?.document });
    functions.closeAllConnections();
    functions.close();
  }, 30_000);

  it('says in one sentence that its journal cannot be used', async () => {
    const child = spawn(process.execPath, [program, '--port', '0', '--journal', directory]);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
    expect(errors.trim().split('\n')).toStrictEqual([
      expect.stringMatching(/^The journal .* cannot be opened: EISDIR/),
    ]);
  });
});
