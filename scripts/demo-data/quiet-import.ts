import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoDocument } from './demo-document.ts';
import { callSuite, type SuiteAddress, writeDocuments } from './suite-client.ts';

/**
 * Puts documents into a running suite without waking its functions: hundreds of events would keep the machine busy
 * with rows that are right already. They are written to a Firestore that lives for this moment only, exported
 * there, and imported here, as the suite's own data is when it starts.
 */
export async function importQuietly(suite: SuiteAddress, documents: readonly DemoDocument[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'sameboat-demo-'));
  const database = `projects/${suite.projectId}/databases/(default)`;
  const name = 'demo';
  try {
    const source = await startSource(suite.projectId);
    try {
      const address = { ...suite, firestoreHost: source.host };
      await writeDocuments(address, documents);
      await callSuite(`http://${source.host}/emulator/v1/projects/${suite.projectId}:export`, {
        database,
        export_directory: directory,
        export_name: name,
      });
    } finally {
      await source.stop();
    }
    await callSuite(`http://${suite.firestoreHost}/emulator/v1/projects/${suite.projectId}:import`, {
      database,
      export_directory: join(directory, name, `${name}.overall_export_metadata`),
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Our Firestore as a program of its own, on a free port, with no rules and no functions. */
async function startSource(projectId: string): Promise<{ host: string; stop(): Promise<void> }> {
  const port = await freePort();
  const program = join(import.meta.dirname, '..', '..', 'emulator', 'dist', 'firestore.mjs');
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--project_id', projectId];
  const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let words = '';
    const hear = (chunk: Buffer) => {
      words += chunk.toString('utf8');
      if (words.includes(`accepts on 127.0.0.1:${port}`)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`Firestore did not start for the demo data:\n${words}`)));
  });
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
