import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type KnownProcess, processTree, signal, stillRunning } from './processes.ts';

/**
 * Stands for firebase-tools: notes each interrupt, and each half second without its launcher. Its timer was made after
 * the one under test, with the same period, so the second time that it notes this, that one has seen it too.
 */
const suiteProgram = `
  import { appendFileSync, existsSync } from 'node:fs';
  const launcher = process.ppid;
  if (process.argv[2] === 'listens') process.on('SIGINT', () => appendFileSync('notes', 'SIGINT '));
  setInterval(() => { if (process.ppid !== launcher) appendFileSync('notes', 'alone '); }, 500);
  appendFileSync('up', '');
`;
const launcherProgram = `
  import { spawn } from 'node:child_process';
  const preload = ['--require', process.argv[3], 'suite.mjs', process.argv[2]];
  const suite = spawn(process.execPath, preload, { detached: true, stdio: 'ignore' });
  process.on('SIGUSR2', () => suite.kill('SIGINT'));
  setInterval(() => {}, 1000);
`;

let root = '';
let started: readonly KnownProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sameboat-launcher-'));
  writeFileSync(join(root, 'suite.mjs'), suiteProgram);
  writeFileSync(join(root, 'launcher.mjs'), launcherProgram);
});
afterEach(async () => {
  for (const { pid } of await stillRunning(started)) signal(pid, 'SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const notes = () => (existsSync(join(root, 'notes')) ? readFileSync(join(root, 'notes'), 'utf8') : '');
const untilNoted = (pattern: RegExp) =>
  vi.waitFor(() => expect(notes()).toMatch(pattern), { timeout: 5_000 });

/** Resolves to the number of the launcher. */
async function start(suite: 'listens' | 'does not listen'): Promise<number> {
  const preload = join(import.meta.dirname, 'end-with-launcher.cjs');
  const { pid = 0 } = spawn(process.execPath, ['launcher.mjs', suite, preload], {
    cwd: root,
    stdio: 'ignore',
  });
  await vi.waitFor(() => expect(existsSync(join(root, 'up'))).toBe(true), { timeout: 5_000 });
  started = await processTree(pid);
  expect(started).toHaveLength(2);
  return pid;
}

it('interrupts a suite whose launcher is killed, once', { timeout: 20_000 }, async () => {
  const launcher = await start('listens');
  signal(launcher, 'SIGKILL');
  await untilNoted(/alone .*alone /);
  expect(notes().match(/SIGINT/g)).toHaveLength(1);
});

it('leaves a suite alone that its launcher had interrupted already', { timeout: 20_000 }, async () => {
  const launcher = await start('listens');
  signal(launcher, 'SIGUSR2');
  await untilNoted(/^SIGINT $/);
  signal(launcher, 'SIGKILL');
  await untilNoted(/alone .*alone /);
  expect(notes().match(/SIGINT/g)).toHaveLength(1);
});

it('ends a suite that has not begun to listen', { timeout: 20_000 }, async () => {
  signal(await start('does not listen'), 'SIGKILL');
  await vi.waitFor(async () => expect(await stillRunning(started)).toEqual([]), { timeout: 5_000 });
});
