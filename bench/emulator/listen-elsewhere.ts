import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** What the listening process says, in this order. */
export type Heard = 'listening' | 'all';

/**
 * Listens to every message in a process of its own, as a browser would, and gives way to the others: what it costs to
 * read an answer is not the writer's, and three processes on two cores would have it pay. Resolves when the listener is
 * there.
 */
export async function listenElsewhere(
  address: string,
  documents: number,
): Promise<{ readonly heardAll: Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'listening-process.ts'), [address, String(documents)], {
    execArgv: ['--import', 'tsx'],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const said = (word: Heard) =>
    new Promise<void>((resolve, reject) => {
      child.on('message', (message) => message === word && resolve());
      child.once('exit', (code) =>
        reject(new Error(`The listener ended with ${code} before it had heard all.`)),
      );
    });
  const heardAll = said('all');
  await said('listening');
  return { heardAll };
}
