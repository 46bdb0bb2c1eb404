import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromJson } from '../wire/json-message.ts';
import type { MessageType } from '../wire/message-type.ts';
import { encodeProtobuf } from '../wire/protobuf-message.ts';
import * as rpcs from '../wire/unary-rpcs.ts';
import { fixture } from './fixture.ts';
import { GrpcClient } from './grpc-client.ts';
import { expectRecorded } from './match-recorded.ts';
import { ask, OWNER, type Running, startRunning } from './running.ts';

interface GrpcCase {
  readonly name: string;
  readonly rpc: string;
  readonly request: unknown;
  readonly authorization: string | null;
  readonly outcome: Record<string, unknown>;
}
interface RestCase {
  readonly name: string;
  readonly verb: string;
  readonly body: unknown;
  readonly outcome: { readonly status: number; readonly json: unknown };
}

const ROOT = 'projects/unsupported/databases/(default)/documents';
const recorded = fixture<{ grpc: readonly GrpcCase[]; rest: readonly RestCase[] }>(
  'emulator-unsupported.json',
);
const REQUESTS: Readonly<Record<string, MessageType<object>>> = {
  RunQuery: rpcs.RUN_QUERY.request,
  RunAggregationQuery: rpcs.RUN_AGGREGATION_QUERY.request,
  PartitionQuery: rpcs.PARTITION_QUERY.request,
};

let running: Running;
let client: GrpcClient;
beforeAll(async () => {
  running = await startRunning();
  client = new GrpcClient(running.address);
  const writes = ['a', 'b'].map((id, index) => ({
    update: { name: `${ROOT}/c/${id}`, fields: { n: { integerValue: String(index + 1) } } },
  }));
  await ask(running.url, { method: 'POST', path: `/v1/${ROOT}:commit`, body: { writes } });
});
afterAll(async () => {
  client.close();
  await running.close();
});

/** The pipeline's own message is known only as far as its database. */
function encode({ rpc, request }: GrpcCase): Uint8Array {
  const type = REQUESTS[rpc];
  if (type) return encodeProtobuf(type, fromJson(type, request));
  const { database } = request as { database: string };
  return encodeProtobuf(rpcs.EXECUTE_PIPELINE.request, { database });
}

describe('over gRPC', () => {
  it.each(recorded.grpc)('$name', async (row) => {
    const response = row.rpc === 'RunQuery' ? rpcs.RUN_QUERY.response : rpcs.RUN_AGGREGATION_QUERY.response;
    const outcome = await client.callBytes<Record<string, unknown>>(
      row.rpc,
      encode(row),
      row.authorization,
      response as MessageType<Record<string, unknown>>,
    );
    if ('code' in outcome) {
      expect(outcome).toStrictEqual(row.outcome);
      return;
    }
    const { responses } = outcome;
    expect({
      documents: responses.flatMap(({ document }) => (document ? [nameOf(document)] : [])),
      aggregations: responses.flatMap(({ result }) => (result ? [fieldsOf(result)] : [])),
      explain_metrics: responses.some(({ explainMetrics }) => explainMetrics !== undefined),
      // An aggregation's `done` is no field of the published message.
      done: row.rpc === 'RunQuery' && responses.at(-1)?.done === true,
    }).toStrictEqual(row.outcome);
  });
});

const nameOf = (document: unknown) => (document as { name: string }).name.split('/documents/')[1];
const fieldsOf = (result: unknown) =>
  Object.fromEntries(
    [...(result as { aggregateFields: ReadonlyMap<string, unknown> }).aggregateFields].map(
      ([alias, value]) => [alias, { integerValue: String(value) }],
    ),
  );

describe('over REST', () => {
  it.each(recorded.rest)('$name', async ({ verb, body, outcome }) => {
    const answer = await ask(running.url, {
      method: 'POST',
      path: `/v1/${ROOT}:${verb}`,
      body,
      headers: OWNER,
    });
    expect(answer.status).toBe(outcome.status);
    expectRecorded(answer.json, outcome.json);
  });
});
