import { createRequire } from 'node:module';
import { GrpcClient } from '../../emulator/src/conformance/grpc-client.ts';
import type { Figure } from '../figures.ts';
import { median } from '../statistics.ts';
import { type FirestoreProcess, startOurs, startServer } from './firestore-process.ts';
import {
  commit,
  everyMessage,
  fill,
  get,
  listen,
  messageWrite,
  nameOf,
  newestOf,
  query,
  timesOf,
  untilResponse,
} from './load.ts';

/** MIT, gRPC only, no rules. It need not be installed. */
const rival = '@firestore-emulator/server';
const documents = 5_000;

function rivalPath(): string | null {
  try {
    return createRequire(import.meta.url).resolve(rival);
  } catch {
    return null;
  }
}

/** The same work for both, in milliseconds; the medians of each kind. */
async function workOn(server: FirestoreProcess): Promise<Readonly<Record<string, number>>> {
  const client = new GrpcClient(server.address);
  const batches = await fill(client, documents);
  const gets = await timesOf(300, (run) => get(client, nameOf(run)));
  const queries = await timesOf(30, (run) => query(client, newestOf(run, 20)));
  const listener = await listen(client, everyMessage);
  const notices = await timesOf(50, async (run) => {
    const name = nameOf(documents + run);
    const arrived = untilResponse(listener, ({ documentChange }) => {
      const document = documentChange?.document;
      return typeof document === 'object' && 'name' in document && document.name === name;
    });
    await commit(client, messageWrite(documents + run));
    await arrived;
  });
  listener.cancel();
  client.close();
  return {
    'a batch of 500 writes': median(batches),
    'a get': median(gets),
    'a query': median(queries),
    [`a write to a listener of ${documents}`]: median(notices),
  };
}

/** How many times longer the other emulator on npm takes. Nothing, and a sentence, where it is not installed. */
export async function measureSideBySide(root: string): Promise<readonly Figure[]> {
  const path = rivalPath();
  if (path === null) {
    console.log(`${rival} is not installed, so there is nothing to compare with.`);
    return [];
  }
  const script = `
    const { FirestoreServer } = require(${JSON.stringify(path)});
    const server = new FirestoreServer();
    process.on('SIGINT', () => process.exit(0));
    server.start(Number(process.argv[1])).then(() => console.log('accepts'));`;
  const theirs = await startServer((port) => ['-e', script, String(port)]);
  const their = await workOn(theirs);
  await theirs.stop();
  const ours = await startOurs(root);
  const our = await workOn(ours);
  await ours.stop();
  return Object.entries(our).map(([what, value]) => ({
    what: `${what}: ${rival} to ours`,
    unit: 'times',
    value: (their[what] ?? Number.NaN) / value,
    budget: 1,
    atLeast: true,
  }));
}
