import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KnownProcess, processTree, signal, stillRunning } from './processes.ts';
import { runningNote } from './running.ts';

/** A suite with a process for functions in its group. Told to stop, it notes that, and ends unless it hangs. */
const suiteProgram = `
  import { spawn } from 'node:child_process';
  import { appendFileSync } from 'node:fs';
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'functions'], { stdio: 'ignore' });
  process.on('SIGINT', () => {
    appendFileSync('signals', 'SIGINT ');
    if (process.argv[2] === 'ends') process.exit();
  });
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
  appendFileSync('up', '1');
`;
/** A launcher with a suite in a group of its own, which misses its launcher, and a server beside it. */
const launcherProgram = `
  import { spawn } from 'node:child_process';
  import { appendFileSync } from 'node:fs';
  const suite = ['--require', process.argv[3], 'suite.mjs', process.argv[2]];
  spawn(process.execPath, suite, { detached: true, stdio: 'ignore' });
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'vite'], { stdio: 'ignore' });
  setInterval(() => {}, 1000);
  appendFileSync('up', '1');
`;

let root = '';
let started: readonly KnownProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sameboat-running-'));
  mkdirSync(join(root, '.sameboat'));
  mkdirSync(join(root, 'temporary'));
  writeFileSync(join(root, 'suite.mjs'), suiteProgram);
  writeFileSync(join(root, 'launcher.mjs'), launcherProgram);
  started = [];
  say.mockReset();
});
afterEach(async () => {
  for (const { pid } of await stillRunning(started)) signal(pid, 'SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const running = async () => (await stillRunning(started)).map(({ pid }) => pid);
const read = (name: string) => (existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '');
const signals = () => read('signals');

/** Starts all of that, and notes it as `npm start` does. */
async function start(suiteStops: 'ends' | 'hangs') {
  const preload = join(import.meta.dirname, 'end-with-launcher.cjs');
  const launcher = spawn(process.execPath, ['launcher.mjs', suiteStops, preload], {
    cwd: root,
    stdio: 'ignore',
  });
  const launcherPid = launcher.pid ?? 0;
  await vi.waitFor(() => expect(read('up')).toBe('11'), { timeout: 5_000 });
  started = await processTree(launcherPid);
  expect(started).toHaveLength(4);
  const suite = started.find(({ command }) => command.includes('suite.mjs'))?.pid ?? 0;
  const note = runningNote(root);
  await note.write({
    launcher: launcherPid,
    suite,
    url: 'http://127.0.0.1:5000',
    temporary: join(root, 'temporary'),
  });
  return { note, suite, launcher: launcherPid };
}

function changeNote(change: (processes: readonly KnownProcess[]) => readonly KnownProcess[]): void {
  const path = join(root, '.sameboat', 'running.json');
  const note = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...note, processes: change(note.processes) }));
}

/** As `kill -9` does it; resolves when the process is gone. */
async function kill(...pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGKILL');
  await vi.waitFor(async () => {
    for (const pid of pids) expect(await running()).not.toContain(pid);
  });
}

const say = vi.fn<(sentence: string) => void>();
const impatient = { suiteMs: 300, restMs: 2_000, say };

describe('starting while something is left from before', { timeout: 20_000 }, () => {
  it('goes on when nothing is left', async () => {
    await expect(runningNote(root).settle()).resolves.toBeUndefined();
  });

  it('says where Sameboat runs when its launcher is alive, and ends nothing', async () => {
    const { note } = await start('ends');
    await expect(note.settle()).rejects.toThrow('already running from this folder: http://127.0.0.1:5000');
    expect(await running()).toHaveLength(4);
  });

  it('stops a suite in good order when its launcher was killed, and ends all that was started with it', async () => {
    const { note, launcher } = await start('ends');
    await kill(launcher);
    await note.settle({ say });
    expect(signals()).toBe('SIGINT ');
    expect(await running()).toEqual([]);
    expect(existsSync(join(root, 'temporary'))).toBe(false);
    expect(say).toHaveBeenCalledExactlyOnceWith('Ending what the last run has left …');
  });

  it('ends a suite by force that does not stop in time', async () => {
    const { note, launcher } = await start('hangs');
    await kill(launcher);
    await note.settle(impatient);
    expect(await running()).toEqual([]);
  });

  it('ends what a suite that was killed has left, and functions that were started since', async () => {
    const { note, suite, launcher } = await start('hangs');
    changeNote((processes) => processes.filter(({ command }) => !command.includes('functions')));
    await kill(launcher, suite);
    expect(await running()).toHaveLength(2);
    await note.settle(impatient);
    expect(await running()).toEqual([]);
    expect(existsSync(join(root, 'temporary'))).toBe(false);
  });

  it('leaves a stranger alone that was given the number of a process of ours', async () => {
    const { note } = await start('ends');
    changeNote((processes) => processes.map((each) => ({ ...each, started: each.started - 60_000 })));
    await note.settle(impatient);
    expect(signals()).toBe('');
    expect(await running()).toHaveLength(4);
  });

  it('goes on with a note that was cut short', async () => {
    writeFileSync(join(root, '.sameboat', 'running.json'), '{"launcher":');
    await expect(runningNote(root).settle()).resolves.toBeUndefined();
  });
});
