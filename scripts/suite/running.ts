import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';

interface Note {
  readonly launcher: number;
  readonly suite: number;
  readonly url: string;
  /** The suite's folder for sockets and uploads; it goes with the suite, unless that was killed. */
  readonly temporary?: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether `pid` is still the suite we started, and not a stranger that was given its number since. */
function isSuite(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      'emulators:start',
    );
  } catch {
    return false;
  }
}

/** Remembers, across a launcher that was killed, which suite it had started. */
export function runningNote(root: string) {
  const path = join(root, '.sameboat', 'running.json');
  return {
    write: (note: Note) => writeFileSync(path, JSON.stringify(note)),
    remove: () => rmSync(path, { force: true }),
    /**
     * Throws when Sameboat already runs from this folder. A suite whose launcher was killed is asked to stop in
     * good order first, so that it leaves its data behind. What a killed one left in the temporary directory goes.
     */
    async settle(): Promise<void> {
      if (!existsSync(path)) return;
      const note = JSON.parse(readFileSync(path, 'utf8')) as Note;
      if (isSuite(note.suite)) {
        if (isAlive(note.launcher))
          throw new UserError(`Sameboat is already running from this folder: ${note.url}`);
        process.kill(note.suite, 'SIGINT');
        while (isSuite(note.suite)) await new Promise((resolve) => setTimeout(resolve, 100));
      }
      if (note.temporary !== undefined) rmSync(note.temporary, { recursive: true, force: true });
      rmSync(path, { force: true });
    },
  };
}
