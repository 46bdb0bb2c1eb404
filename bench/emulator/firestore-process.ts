import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface FirestoreProcess {
  /** host:port */
  readonly address: string;
  readonly port: number;
  /** Milliseconds from starting it to its accepting. */
  readonly startedIn: number;
  /** Resident memory in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts `node` with what `argv` makes of a port; it must print a line with "accepts" when it does. */
export async function startServer(argv: (port: number) => readonly string[]): Promise<FirestoreProcess> {
  const port = await freePort();
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, argv(port), { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let words = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (words.includes('accepts')) return;
      words += chunk.toString('utf8');
      if (words.includes('accepts')) resolve();
    });
    void ended.then(() => reject(new Error(`The server ended before it accepted:\n${words}`)));
  });
  return {
    address: `127.0.0.1:${port}`,
    port,
    startedIn: performance.now() - began,
    memory: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** The built program, with the flags it is given beside its port. */
export function startOurs(root: string, ...flags: readonly string[]): Promise<FirestoreProcess> {
  const program = join(root, 'emulator', 'dist', 'firestore.mjs');
  return startServer((port) => [program, '--port', String(port), '--project_id', 'bench', ...flags]);
}
