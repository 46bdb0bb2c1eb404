import { GrpcClient } from '../../emulator/src/conformance/grpc-client.ts';
import type { Figure } from '../figures.ts';
import { median } from '../statistics.ts';
import { startOurs } from './firestore-process.ts';
import { listenElsewhere } from './listen-elsewhere.ts';
import { fill, get, nameOf, newestOf, query, timesOf } from './load.ts';

const documents = 100_000;
const starts = 5;
/** Of what is compared: a single run differs from the next by a tenth. */
const rounds = 5;
const sum = (times: readonly number[]) => times.reduce((all, time) => all + time, 0);

/** Start, memory, and what 100,000 documents cost to write and to read, over gRPC. */
export async function measureDocuments(root: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const startTimes: number[] = [];
  for (let round = 0; round < starts; round += 1) {
    const server = await startOurs(root);
    startTimes.push(server.startedIn);
    await server.stop();
  }
  figures.push({ what: `start, median of ${starts}`, unit: 'ms', value: median(startTimes), budget: 300 });

  const plain = await startOurs(root);
  figures.push({ what: 'memory, idle', unit: 'MB', value: plain.memory(), budget: 90 });
  const client = new GrpcClient(plain.address);
  const batches = await fill(client, documents);
  const tenth = batches.length / 10;
  const seconds = sum(batches) / 1000;
  figures.push(
    { what: '100,000 documents by gRPC, no listener', unit: 's', value: seconds, budget: null },
    {
      what: 'the last 10,000 of them, to the first',
      unit: 'times',
      value: median(batches.slice(-tenth)) / median(batches.slice(0, tenth)),
      budget: 1.5,
    },
    { what: 'memory, 100,000 documents', unit: 'MB', value: plain.memory(), budget: 400 },
  );
  const queries = await timesOf(200, (run) => query(client, newestOf(run % 100, 50)));
  const gets = await timesOf(500, (run) => get(client, nameOf(run * 13)));
  figures.push(
    { what: 'equality, order, limit 50, of 100,000', unit: 'ms', value: median(queries), budget: 5 },
    { what: 'the first such query (it makes the index)', unit: 'ms', value: queries[0] ?? 0, budget: null },
    { what: 'get, round trip', unit: 'ms', value: median(gets), budget: null },
    { what: 'memory, with the index', unit: 'MB', value: plain.memory(), budget: 400 },
  );
  client.close();
  await plain.stop();

  const pairs: { readonly alone: Filled; readonly listened: Filled }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ alone: await fillAnew(root, false), listened: await fillAnew(root, true) });
  }
  figures.push(
    {
      what: `100,000 documents, with a listener on all, median of ${rounds}`,
      unit: 's',
      value: median(pairs.map(({ listened }) => listened.seconds)),
      budget: null,
    },
    {
      what: 'with a listener, to without',
      unit: 'times',
      value: median(pairs.map(({ alone, listened }) => listened.seconds / alone.seconds)),
      budget: 1.5,
    },
    {
      what: 'until the listener had them all, beyond that',
      unit: 's',
      value: median(pairs.map(({ listened }) => listened.beyond)),
      budget: null,
    },
  );
  return figures;
}

interface Filled {
  /** Of all the batches. */
  readonly seconds: number;
  /** From the last batch until a listener had heard of all documents. */
  readonly beyond: number;
}

/** Writes all the documents to a server of their own. */
async function fillAnew(root: string, isListened: boolean): Promise<Filled> {
  const server = await startOurs(root);
  const client = new GrpcClient(server.address);
  const listener = isListened ? await listenElsewhere(server.address, documents) : null;
  const began = performance.now();
  const seconds = sum(await fill(client, documents)) / 1000;
  await listener?.heardAll;
  const beyond = (performance.now() - began) / 1000 - seconds;
  client.close();
  await server.stop();
  return { seconds, beyond };
}
