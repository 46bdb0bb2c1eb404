import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { median } from './statistics.ts';

const rounds = 7;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Milliseconds from starting the program to its saying that it accepts. */
async function startOnce(root: string): Promise<number> {
  const port = await freePort();
  const program = join(root, 'emulator', 'dist', 'firestore.mjs');
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--project_id', 'demo-sameboat'];
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...flags, '--rules', join(root, 'firestore.rules')]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const took = await new Promise<number>((resolve, reject) => {
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString('utf8');
      if (words.includes('accepts on')) resolve(performance.now() - began);
    });
    void ended.then(() => reject(new Error(`Firestore ended before it accepted:\n${words}`)));
  });
  child.kill('SIGINT');
  await ended;
  return took;
}

/** Firestore alone, with our rules. */
export async function measureFirestoreStart(root: string): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await startOnce(root));
  return [{ what: `Firestore alone, median of ${rounds}`, unit: 'ms', value: median(times), budget: 500 }];
}
