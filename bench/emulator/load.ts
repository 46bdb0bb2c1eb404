/** What the measurements do to a Firestore over gRPC, ours or another. */
import type { GrpcClient, GrpcOutcome, OpenStream } from '../../emulator/src/conformance/grpc-client.ts';
import { Timestamp } from '../../emulator/src/values/timestamp.ts';
import type { Value } from '../../emulator/src/values/value.ts';
import {
  LISTEN_REQUEST,
  LISTEN_RESPONSE,
  type ListenRequestMessage,
  type ListenResponseMessage,
  type StructuredQueryMessage,
  type WriteMessage,
} from '../../emulator/src/wire/messages.ts';
import { BATCH_GET_DOCUMENTS, COMMIT, RUN_QUERY } from '../../emulator/src/wire/unary-rpcs.ts';

export const database = 'projects/bench/databases/(default)';
const parent = `${database}/documents`;
const batchSize = 500;

export type Listener = OpenStream<ListenRequestMessage, ListenResponseMessage>;

/** The answers; throws when the call failed. */
export function answersOf<T>(outcome: GrpcOutcome<T>): readonly T[] {
  if ('code' in outcome) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.responses;
}

/** A small document, one of a hundred authors'. IDs come in no order. */
export function messageWrite(index: number): WriteMessage {
  const fields = new Map<string, Value>([
    ['author', `user${index % 100}`],
    ['text', `message number ${index} with a few words in it`],
    ['sentAt', new Timestamp(1_790_000_000 + index, 0)],
    ['likes', BigInt(index % 17)],
  ]);
  return { update: { name: nameOf(index), fields } };
}

export function nameOf(index: number): string {
  return `${parent}/messages/${((index * 7919) % 1_000_003).toString(36).padStart(8, '0')}`;
}

export async function commit(client: GrpcClient, ...writes: readonly WriteMessage[]): Promise<void> {
  answersOf(await client.call(COMMIT, { database, writes }));
}

/** Writes so many documents in batches of 500, one after another; the milliseconds of each batch. */
export async function fill(client: GrpcClient, documents: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let start = 0; start < documents; start += batchSize) {
    const writes = Array.from({ length: batchSize }, (_, offset) => messageWrite(start + offset));
    const began = performance.now();
    await commit(client, ...writes);
    times.push(performance.now() - began);
  }
  return times;
}

export const everyMessage: StructuredQueryMessage = { from: [{ collectionId: 'messages' }] };

/** The newest messages of one author. */
export function newestOf(author: number, limit: number): StructuredQueryMessage {
  return {
    ...everyMessage,
    where: { fieldFilter: { field: { fieldPath: 'author' }, op: 'EQUAL', value: `user${author}` } },
    orderBy: [{ field: { fieldPath: 'sentAt' }, direction: 'DESCENDING' }],
    limit,
  };
}

export async function query(client: GrpcClient, structuredQuery: StructuredQueryMessage): Promise<number> {
  const rows = answersOf(await client.call(RUN_QUERY, { parent, structuredQuery }));
  return rows.filter(({ document }) => document !== undefined).length;
}

export async function get(client: GrpcClient, name: string): Promise<void> {
  const [found] = answersOf(await client.call(BATCH_GET_DOCUMENTS, { database, documents: [name] }));
  if (found?.found === undefined) throw new Error(`${name} is missing.`);
}

/** Listens to a query, below a document when one is named; resolves when the first answer is complete. */
export async function listen(
  client: GrpcClient,
  structuredQuery: StructuredQueryMessage,
  document?: string,
): Promise<Listener> {
  const stream = client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
  const below = document === undefined ? parent : `${parent}/${document}`;
  stream.send({ database, addTarget: { targetId: 2, query: { parent: below, structuredQuery } } });
  await untilResponse(stream, ({ targetChange }) => targetChange?.targetChangeType === 'CURRENT');
  return stream;
}

/** Takes responses up to the first that is as wanted. Throws when the stream ends before that. */
export async function untilResponse(
  stream: Listener,
  isWanted: (response: ListenResponseMessage) => boolean,
): Promise<void> {
  for (;;) {
    const event = await stream.next();
    if (!('response' in event)) throw new Error(`The listener ended: ${JSON.stringify(event)}`);
    if (isWanted(event.response)) return;
  }
}

/** Milliseconds of each of so many runs, one after another. */
export async function timesOf(
  runs: number,
  act: (run: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await act(run);
    times.push(performance.now() - began);
  }
  return times;
}
