import psList, { type ProcessDescriptor } from 'ps-list';
import { z } from 'zod';

/** What tells a process from a later one that was given its number. */
export const knownProcessSchema = z.object({ pid: z.number(), started: z.number(), command: z.string() });
export type KnownProcess = z.infer<typeof knownProcessSchema>;

/** `ps` rounds the time of a start, and not always to the same second. */
const sameStartMs = 2_000;

/** The process and all that it started, directly or not; itself first. Empty when it is gone, or without `ps`. */
export async function processTree(pid: number): Promise<readonly KnownProcess[]> {
  const all = await listProcesses();
  const tree = all.filter((each) => each.pid === pid);
  for (const { pid: parent } of tree) tree.push(...all.filter(({ ppid }) => ppid === parent));
  return tree.map(toKnown);
}

/** Those of the processes that run still. */
export async function stillRunning(known: readonly KnownProcess[]): Promise<readonly KnownProcess[]> {
  if (known.length === 0) return [];
  const running = new Map((await listProcesses()).map((each) => [each.pid, toKnown(each)]));
  return known.filter(({ pid, started, command }) => {
    const now = running.get(pid);
    return now?.command === command && Math.abs(now.started - started) <= sameStartMs;
  });
}

/** Sends the signal to a process, or with a negative number to a process group. Nothing happens when it is gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // macOS answers EPERM for a group that has ended and was not yet waited for.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** How `ps` shows a process that has ended, but not to who started it: on Linux, and on macOS. */
const ended = /<defunct>$|^\(.*\)$/;

async function listProcesses(): Promise<readonly ProcessDescriptor[]> {
  try {
    return (await psList()).filter(({ cmd }) => !ended.test(cmd ?? ''));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const toKnown = ({ pid, startTime, cmd, name }: ProcessDescriptor): KnownProcess => ({
  pid,
  started: startTime?.getTime() ?? 0,
  command: cmd ?? name,
});
