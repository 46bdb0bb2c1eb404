import { type KnownProcess, signal } from '../suite/processes.ts';

/** `kill -9` of all of them, as a machine that goes down would: none gets to say anything. */
export function killAtOnce(processes: readonly KnownProcess[]): void {
  for (const { pid } of processes) signal(pid, 'SIGKILL');
}
