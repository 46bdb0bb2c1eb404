/** The built programs, started as a person and as firebase-tools start them. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

const emulator = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'program-'));
// A build of its own, apart from what a running suite is started from.
const dist = join(directory, 'dist');
const java = join(dist, 'java', 'java');
const jar = (name: string) => join(dist, 'java', `${name}.jar`);

const children: ChildProcess[] = [];
beforeAll(() => {
  execFileSync(process.execPath, [join(emulator, 'build.mjs'), dist]);
  return () => rmSync(directory, { recursive: true, force: true });
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Program {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

function start(command: string, args: readonly string[]): Program {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { child, output: () => output, exit: new Promise((resolve) => child.once('exit', resolve)) };
}

const asGoogles = (...args: string[]) =>
  start(java, [
    '-Dgoogle.cloud_firestore.debug_log_level=FINE',
    '-Duser.language=en',
    '-jar',
    jar('firestore'),
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--websocket_port',
    '9150',
    '--database-edition',
    'standard',
    '--project_id',
    'demo',
    '--single_project_mode',
    'true',
    ...args,
  ]);

async function portOf(program: Program): Promise<number> {
  await vi.waitFor(() => expect(program.output()).toMatch(/accepts on 127\.0\.0\.1:\d+/), {
    timeout: 10_000,
  });
  return Number(/accepts on 127\.0\.0\.1:(\d+)/.exec(program.output())?.[1]);
}

const readAs = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/v1/projects/demo/databases/(default)/documents/c/d`)).status;

const rulesOf = (condition: string) => `rules_version = '2';
service cloud.firestore { match /databases/{d}/documents { match /{all=**} { allow read: if ${condition}; } } }`;

describe('the Firestore program', () => {
  it('starts with the flags that firebase-tools passes, and ends with 0 on SIGINT', async () => {
    const program = asGoogles();
    const port = await portOf(program);
    expect(await readAs(port)).toBe(404);
    expect(program.output()).toMatch(/^WARNING: no --rules, so every document is open/m);
    program.child.kill('SIGINT');
    expect(await program.exit).toBe(0);
  }, 20_000);

  it('takes new rules when the file changes, and keeps the old ones when they do not compile', async () => {
    const rules = join(directory, 'firestore.rules');
    writeFileSync(rules, rulesOf('false'));
    const program = asGoogles('--rules', rules);
    const port = await portOf(program);
    expect(await readAs(port)).toBe(403);
    await vi.waitFor(() => expect(program.output()).toMatch(/^denied get c\/d at line 2: /m));
    writeFileSync(rules, rulesOf('true'));
    await vi.waitFor(async () => expect(await readAs(port)).toBe(404), { timeout: 5_000 });
    writeFileSync(rules, rulesOf(''));
    await vi.waitFor(() =>
      expect(program.output()).toMatch(/firestore\.rules:2:\d+: .*The rules before stay in force\./),
    );
    expect(await readAs(port)).toBe(404);
  }, 20_000);

  it.each([
    ['a flag it does not know', ['--nonsense', '1'], 'Unknown flag "--nonsense".'],
    ['a port that is none', ['--port', 'x'], '--port needs a port number, not "x".'],
    [
      'a rules file that is not there',
      ['--rules', '/nowhere.rules'],
      'The rules file /nowhere.rules cannot be read.',
    ],
    [
      'an export that is not there',
      ['--seed_from_export', '/nowhere'],
      'Failed to parse overall export metadata file',
    ],
    [
      'an index file that is not there',
      ['--indexes', '/nowhere'],
      'The index file /nowhere cannot be read as JSON.',
    ],
  ])('ends with one sentence at %s', (_, args, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [join(dist, 'firestore.mjs'), ...args], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toStrictEqual([expect.stringContaining(sentence)]);
  });

  it('says where the rules do not compile', () => {
    const rules = join(directory, 'broken.rules');
    writeFileSync(rules, rulesOf(''));
    const run = spawnSync(process.execPath, [join(dist, 'firestore.mjs'), '--rules', rules], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^The rules do not compile: .*broken\.rules:2:\d+: /);
  });

  it('says that its port is taken', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const program = start(process.execPath, [join(dist, 'firestore.mjs'), '--port', String(port)]);
    expect(await program.exit).toBe(1);
    expect(program.output()).toContain(`Port ${port} is taken: address already in use.`);
    blocker.close();
  }, 20_000);
});

describe('the java that stands in', () => {
  it('is new enough for firebase-tools', () => {
    const { status, stderr } = spawnSync(java, ['-Duser.language=en', '-Dfile.encoding=UTF-8', '-version'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(Number(/version "(\d+)/.exec(stderr)?.[1])).toBeGreaterThanOrEqual(21);
  });

  it('serves the Storage rules', async () => {
    const program = start(java, [
      '-Djava.security.manager=disallow',
      '-Duser.language=en',
      '-jar',
      jar('storage-rules'),
      'serve',
    ]);
    await vi.waitFor(() => expect(program.output()).toContain('"id":-1'), { timeout: 10_000 });
    const source = {
      files: [{ name: 'storage.rules', content: "rules_version = '2'; service firebase.storage {}" }],
    };
    program.child.stdin?.write(
      `${JSON.stringify({ id: 0, action: 'load_ruleset', context: { rulesetName: '0', source } })}\n`,
    );
    await vi.waitFor(() => expect(program.output()).toContain('"rulesVersion":2'));
  }, 20_000);

  it('hands everything else to the next java on the path', () => {
    const next = join(directory, 'next');
    execFileSync('mkdir', ['-p', next]);
    writeFileSync(join(next, 'java'), '#!/bin/sh\necho "next: $*"\n', { mode: 0o755 });
    const path = `${join(dist, 'java')}:${next}:${process.env.PATH}`;
    const { stdout } = spawnSync(java, ['-jar', 'other.jar', '-version'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
    expect(stdout).toBe('next: -jar other.jar -version\n');
  });
});
