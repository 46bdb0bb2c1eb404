/**
 * The emulator's core without a transport: what batches, queries, listeners and memory cost with 100,000 documents.
 * Run alone: `npx tsx --expose-gc bench/emulator/core.ts`. Prints one JSON object; times in milliseconds.
 */
import { wholeCollection } from '../../emulator/src/query/whole-collection.ts';
import { createFirestoreService } from '../../emulator/src/service/create-firestore-service.ts';
import type { Caller, StructuredQuery, Write } from '../../emulator/src/service/requests.ts';
import { Timestamp } from '../../emulator/src/values/timestamp.ts';

const DOCUMENTS = 100_000;
const BATCH = 500;
const LISTENERS = 200;
const database = { project: 'bench', database: '(default)' };
const admin: Caller = { kind: 'admin' };

const everyMessage = wholeCollection('messages');

function message(index: number): Write {
  const fields = new Map<string, string | Timestamp | bigint>([
    ['author', `user${index % 100}`],
    ['text', `message number ${index} with a few words in it`],
    ['sentAt', new Timestamp(1_790_000_000 + index, 0)],
    ['likes', BigInt(index % 17)],
  ]);
  const path = `messages/${((index * 7919) % DOCUMENTS).toString(36).padStart(8, '0')}`;
  return { kind: 'update', path, fields, mask: null, transforms: [], precondition: null };
}

async function fill(
  service: ReturnType<typeof createFirestoreService>,
): Promise<{ total: number; lastTenth: number; firstTenth: number }> {
  const times: number[] = [];
  for (let start = 0; start < DOCUMENTS; start += BATCH) {
    const writes = Array.from({ length: BATCH }, (_, offset) => message(start + offset));
    const began = performance.now();
    await service.commit(admin, database, writes, null);
    times.push(performance.now() - began);
  }
  const tenth = times.length / 10;
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  return {
    total: sum(times),
    firstTenth: sum(times.slice(0, tenth)),
    lastTenth: sum(times.slice(-tenth)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function timeOf(
  runs: number,
  act: (run: number) => Promise<unknown>,
): Promise<{ first: number; median: number }> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await act(run);
    times.push(performance.now() - began);
  }
  return { first: times[0] ?? Number.NaN, median: median(times) };
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 / 1024;
}

const idle = residentMegabytes();
const warmUp = createFirestoreService({ authorize: null });
await fill(warmUp);
warmUp.clear(database);

const plain = createFirestoreService({ authorize: null });
const withoutListener = await fill(plain);

const watched = createFirestoreService({ authorize: null });
let responses = 0;
const count = (): void => {
  responses += 1;
};
const fail = (error: Error): void => {
  throw error;
};
const target = { resume: null, once: false, expectedCount: null, kind: 'query', parent: '' } as const;
watched.listen(admin, database, count, fail).addTarget({ ...target, targetId: 2, query: everyMessage });
const withListener = await fill(watched);
watched.clear(database);
const after = residentMegabytes();

const byAuthor = (run: number): StructuredQuery => ({
  ...everyMessage,
  where: { kind: 'field', field: ['author'], op: '==', value: `user${run % 100}` },
  orderBy: [{ field: ['sentAt'], direction: 'DESCENDING' }],
  limit: 50,
});
const run = (query: StructuredQuery) =>
  plain.runQuery(admin, { database, parent: '', query }, { kind: 'strong' });
const equalityAndOrder = await timeOf(200, (each) => run(byAuthor(each)));
const group = await timeOf(200, (each) =>
  run({ ...byAuthor(each), from: [{ collectionId: 'messages', allDescendants: true }] }),
);
const byName = await timeOf(200, () => run({ ...everyMessage, limit: 50 }));
const get = await timeOf(2000, (each) =>
  plain.getDocument(admin, database, message(each).path, null, { kind: 'strong' }),
);
const update = await timeOf(500, (each) => plain.commit(admin, database, [message(each * 3 + 1)], null));

for (let each = 0; each < LISTENERS; each += 1) {
  const query: StructuredQuery = {
    ...everyMessage,
    orderBy: [{ field: ['sentAt'], direction: 'DESCENDING' }],
    limit: 100,
  };
  plain.listen(admin, database, count, fail).addTarget({ ...target, targetId: 2, query });
}
const toListeners = await timeOf(50, (each) => {
  const write = message(DOCUMENTS + each);
  return plain.commit(admin, database, [{ ...write, path: `messages/new${each}` }], null);
});

const result = {
  batches: { withoutListener, withListener, ratio: withListener.total / withoutListener.total, responses },
  queries: { equalityAndOrder, group, byName, get },
  writes: { update, toListeners },
  residentMegabytes: { idle, after, withIndexes: residentMegabytes() },
};
console.log(JSON.stringify(rounded(result), null, 2));
