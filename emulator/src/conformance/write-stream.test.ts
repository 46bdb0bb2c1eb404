import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Value } from '../values/value.ts';
import { WRITE_REQUEST, WRITE_RESPONSE, type WriteMessage } from '../wire/messages.ts';
import { BATCH_GET_DOCUMENTS, GET_DOCUMENT } from '../wire/unary-rpcs.ts';
import { fixture } from './fixture.ts';
import { GrpcClient, type OpenStream } from './grpc-client.ts';
import { type Running, startRunning } from './running.ts';

interface WriteSpec {
  readonly update: string;
  readonly n?: number;
  readonly exists?: boolean;
  readonly reserved?: boolean;
  readonly increment?: string;
  readonly serverTime?: string;
}
interface Step {
  readonly op: 'send' | 'recv' | 'close' | 'get' | 'lock';
  readonly database?: boolean | string;
  readonly token?: string;
  readonly streamId?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly writes?: readonly WriteSpec[];
  readonly document?: string;
  readonly outcome?: Record<string, unknown> & { readonly elapsed?: number };
}

const PROJECT = 'write-stream';
const DATABASE = `projects/${PROJECT}/databases/(default)`;
const { scenarios } = fixture<{
  scenarios: readonly { readonly name: string; readonly steps: readonly Step[] }[];
}>('emulator-write_stream.json');

let running: Running;
let client: GrpcClient;
beforeAll(async () => {
  running = await startRunning();
});
beforeEach(() => {
  client = new GrpcClient(running.address);
});
afterAll(() => running.close());

function toWrite(spec: WriteSpec): WriteMessage {
  const fields = new Map<string, Value>();
  if (spec.n !== undefined) fields.set('n', BigInt(spec.n));
  if (spec.reserved) fields.set('__x__', 1n);
  return {
    update: { name: `${DATABASE}/documents/${spec.update}`, fields },
    currentDocument: spec.exists === undefined ? undefined : { exists: spec.exists },
    updateTransforms: [
      ...(spec.increment ? [{ fieldPath: spec.increment, increment: 1n }] : []),
      ...(spec.serverTime ? [{ fieldPath: spec.serverTime, setToServerValue: 'REQUEST_TIME' }] : []),
    ],
  };
}

const inProject = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll('{project}', PROJECT));

async function receive(stream: OpenStream<object, typeof WRITE_RESPONSE.shape>, tokens: Uint8Array[]) {
  const event = await stream.next();
  if ('end' in event) return { end: true };
  if ('error' in event) return { error: { status: event.error.code, message: event.error.message } };
  const { streamId, streamToken, writeResults = [], commitTime } = event.response;
  if (streamToken) tokens.push(streamToken);
  return {
    response: {
      streamId: streamId !== undefined,
      streamToken: Buffer.from(streamToken ?? []).toString(),
      writeResults: writeResults.map((result) => ({
        updateTime: result.updateTime !== undefined,
        transformResults: result.transformResults?.length ?? 0,
      })),
      commitTime: commitTime !== undefined,
    },
  };
}

describe('the Write stream', () => {
  it.each(scenarios)(
    '$name',
    async ({ steps }) => {
      const stream = client.open('Write', WRITE_REQUEST, WRITE_RESPONSE);
      const tokens: Uint8Array[] = [];
      for (const step of steps) {
        const { elapsed = 0, ...outcome } = step.outcome ?? {};
        const begun = performance.now();
        if (step.op === 'send') {
          stream.send({
            database: step.database === true ? DATABASE : step.database === false ? undefined : step.database,
            streamId: step.streamId,
            streamToken:
              step.token === 'last' ? tokens.at(-1) : step.token ? Buffer.from(step.token) : undefined,
            labels: step.labels ? new Map(Object.entries(step.labels)) : undefined,
            writes: step.writes?.map(toWrite),
          });
        } else if (step.op === 'recv') {
          expect(await receive(stream, tokens)).toStrictEqual(inProject(outcome));
          expect(Math.round((performance.now() - begun) / 1000)).toBe(elapsed);
        } else if (step.op === 'close') stream.halfClose();
        else {
          const name = `${DATABASE}/documents/${step.document}`;
          if (step.op === 'lock') {
            const locked = await client.call(BATCH_GET_DOCUMENTS, {
              database: DATABASE,
              documents: [name],
              newTransaction: { readWrite: {} },
            });
            expect(locked).toMatchObject({ responses: [{ transaction: expect.any(Uint8Array) }, {}] });
          } else {
            const got = await client.call(GET_DOCUMENT, { name });
            const { n } = (step.outcome?.document ?? {}) as { n: number };
            expect(got).toMatchObject({ responses: [{ fields: new Map([['n', BigInt(n)]]) }] });
          }
        }
      }
      stream.cancel();
      client.close();
    },
    10_000,
  );
});
