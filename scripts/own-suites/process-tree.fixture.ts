import { execFileSync } from 'node:child_process';

export interface Process {
  readonly pid: number;
  readonly command: string;
}

/** The process and all that it started, directly or not. Empty when it is gone. */
export function processTree(pid: number): readonly Process[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
    .split('\n')
    .flatMap((line) => {
      const [, own = '', parent = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return own === '' ? [] : [{ pid: Number(own), parent: Number(parent), command }];
    });
  const tree = table.filter((row) => row.pid === pid);
  for (const { pid: known } of tree) tree.push(...table.filter(({ parent }) => parent === known));
  return tree;
}

/** `kill -9` of all of them, as a machine that goes down would: none gets to say anything. */
export function killAtOnce(processes: readonly Process[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended between the look and now.
    }
  }
}
