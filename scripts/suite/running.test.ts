import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runningNote } from './running.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sameboat-running-'));
  mkdirSync(join(root, '.sameboat'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A process that looks like the suite: it waits, and ends when it is interrupted. */
function pretendSuite() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'emulators:start'], {
    stdio: 'ignore',
  });
}

describe('starting while something is left from before', () => {
  it('goes on when nothing is left', async () => {
    await expect(runningNote(root).settle()).resolves.toBeUndefined();
  });

  it('says where Sameboat runs when its launcher is alive', async () => {
    const suite = pretendSuite();
    const note = runningNote(root);
    note.write({ launcher: process.pid, suite: suite.pid ?? 0, url: 'http://127.0.0.1:5000' });
    await expect(note.settle()).rejects.toThrow('already running from this folder: http://127.0.0.1:5000');
    suite.kill('SIGKILL');
  });

  it('removes what a suite that was killed has left in the temporary directory', async () => {
    const temporary = join(root, 'temporary');
    mkdirSync(temporary);
    const note = runningNote(root);
    note.write({ launcher: 2 ** 22 + 1, suite: 2 ** 22 + 2, url: '', temporary });
    await note.settle();
    expect(existsSync(temporary)).toBe(false);
  });

  it('stops a suite in good order when its launcher was killed', async () => {
    const suite = pretendSuite();
    const ended = new Promise((resolve) => suite.once('exit', (_code, signal) => resolve(signal)));
    const note = runningNote(root);
    note.write({ launcher: 2 ** 22 + 1, suite: suite.pid ?? 0, url: '' });
    await note.settle();
    expect(await ended).toBe('SIGINT');
  });
});
