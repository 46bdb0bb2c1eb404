import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pWaitFor, { TimeoutError } from 'p-wait-for';
import { z } from 'zod';
import { UserError } from '../user-error.ts';
import { type KnownProcess, knownProcessSchema, processTree, signal, stillRunning } from './processes.ts';

const noteSchema = z.object({
  launcher: z.number(),
  suite: z.number(),
  url: z.string(),
  /** The suite's folder for sockets and uploads; it goes with the suite, unless that was killed. */
  temporary: z.string(),
  /** The launcher and all that it had started. */
  processes: z.array(knownProcessSchema),
});
type Note = z.infer<typeof noteSchema>;

interface SettleOptions {
  /** How long a suite may take to stop in good order, and how long the rest may take to end without it. */
  readonly suiteMs?: number;
  readonly restMs?: number;
  /** Called when there is something to end, as that takes a moment. */
  readonly say?: (sentence: string) => void;
}

/** Remembers, across a launcher that was killed, what it had started. */
export function runningNote(root: string) {
  const path = join(root, '.sameboat', 'running.json');
  let written: Promise<void> = Promise.resolve();
  return {
    /** To be called again when more was started. */
    write(note: Omit<Note, 'processes'>): Promise<void> {
      written = written.then(async () => {
        const processes = await processTree(note.launcher);
        writeFileSync(`${path}.new`, JSON.stringify({ ...note, processes }));
        renameSync(`${path}.new`, path);
      });
      return written;
    },
    remove: () => rmSync(path, { force: true }),
    /**
     * Throws when Sameboat already runs from this folder. What a launcher that was killed has left is ended. Its suite
     * stops in good order by itself (end-with-launcher.cjs) and saves its data; it is ended by force when that takes long.
     */
    async settle({ suiteMs = 20_000, restMs = 5_000, say = console.log }: SettleOptions = {}): Promise<void> {
      if (!existsSync(path)) return;
      // Without `ps` nobody can tell what is ours.
      if ((await processTree(process.pid)).length === 0) return;
      const note = readNote(path);
      if (note !== undefined) {
        const left = await stillRunning(note.processes);
        if (left.some(({ pid }) => pid === note.launcher))
          throw new UserError(`Sameboat is already running from this folder: ${note.url}`);
        if (left.length > 0) say('Ending what the last run has left …');
        await endSuite(note, suiteMs);
        await endRest(note.processes, restMs);
        rmSync(note.temporary, { recursive: true, force: true });
      }
      rmSync(path, { force: true });
    },
  };
}

/** Undefined when it is none of ours: an older version's, or cut short. */
function readNote(path: string): Note | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

async function endSuite(note: Note, patienceMs: number): Promise<void> {
  const suite = note.processes.filter(({ pid }) => pid === note.suite);
  if (suite.length === 0) return;
  await waitForEnd(suite, patienceMs);
  // The processes of functions are in its group, and outlive a suite that was killed. No new process is given a number
  // that a group has: if another process has the suite's number now, nothing of the suite's group is left.
  const isTaken = (await stillRunning(suite)).length === 0 && (await processTree(note.suite)).length > 0;
  if (!isTaken) signal(-note.suite, 'SIGKILL');
}

/** What is not in the suite's group: Firestore, which ends when it misses the suite, and the servers of `npm run dev`. */
async function endRest(processes: readonly KnownProcess[], patienceMs: number): Promise<void> {
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const { pid } of await stillRunning(processes)) signal(pid, name);
    if (await waitForEnd(processes, patienceMs)) return;
  }
}

/** False when some of them run still after that time. */
async function waitForEnd(processes: readonly KnownProcess[], patienceMs: number): Promise<boolean> {
  try {
    await pWaitFor(async () => (await stillRunning(processes)).length === 0, {
      interval: 100,
      timeout: patienceMs,
    });
    return true;
  } catch (error) {
    if (error instanceof TimeoutError) return false;
    throw error;
  }
}
