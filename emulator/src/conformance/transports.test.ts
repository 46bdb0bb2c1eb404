import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromJson, toJson } from '../wire/json-message.ts';
import {
  COMMIT_REQUEST,
  DOCUMENT,
  LISTEN_REQUEST,
  LISTEN_RESPONSE,
  WRITE_REQUEST,
  type WriteMessage,
} from '../wire/messages.ts';
import { COMMIT, GET_DOCUMENT, RUN_QUERY } from '../wire/unary-rpcs.ts';
import { GrpcClient } from './grpc-client.ts';
import { ask, type Running, startRunning } from './running.ts';
import {
  CASES,
  DATABASE,
  type Failure,
  type Listening,
  RULES,
  type TransportClient,
} from './transport-cases.ts';
import { WebChannelClient } from './webchannel-client.ts';

let running: Running;
beforeAll(async () => {
  running = await startRunning({ rules: RULES });
});
afterAll(() => running.close());

function overGrpc(): TransportClient {
  const client = new GrpcClient(running.address);
  return {
    name: 'gRPC',
    commit: async (writes, token) => {
      const outcome = await client.call(COMMIT, { database: DATABASE, writes }, token);
      return 'code' in outcome ? outcome : 'ok';
    },
    get: async (name, token) => {
      const outcome = await client.call(GET_DOCUMENT, { name }, token);
      return 'code' in outcome ? outcome : (outcome.responses[0]?.fields ?? new Map());
    },
    query: async (collectionId, token) => {
      const structuredQuery = { from: [{ collectionId }] };
      const outcome = await client.call(
        RUN_QUERY,
        { parent: `${DATABASE}/documents`, structuredQuery },
        token,
      );
      return 'code' in outcome ? outcome : outcome.responses.flatMap(({ document }) => document?.name ?? []);
    },
    listen: async (token) => {
      const stream = client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE, token);
      return {
        send: (request) => stream.send(request),
        next: async () => {
          const event = await stream.next();
          if ('response' in event) return event.response;
          return 'error' in event ? event.error : {};
        },
        close: async () => stream.cancel(),
      };
    },
    close: () => client.close(),
  };
}

function overRest(): TransportClient {
  const send = async (method: string, path: string, token: string | null, body?: string) => {
    const headers = token === null ? {} : { Authorization: token };
    const answer = await ask(running.url, { method, path: `/v1/${path}`, headers, body });
    const { error } = answer.json as { error?: { status: string; message: string } };
    const failure: Failure | null = error ? { code: error.status, message: error.message } : null;
    return { failure, json: answer.json };
  };
  return {
    name: 'REST',
    commit: async (writes, token) => {
      const body = toJson(COMMIT_REQUEST, { writes });
      const { failure } = await send('POST', `${DATABASE}/documents:commit`, token, body);
      return failure ?? 'ok';
    },
    get: async (name, token) => {
      const { failure, json } = await send('GET', name, token);
      return failure ?? fromJson(DOCUMENT, json).fields ?? new Map();
    },
    query: async (collectionId, token) => {
      const body = JSON.stringify({ structuredQuery: { from: [{ collectionId }] } });
      const { failure, json } = await send('POST', `${DATABASE}/documents:runQuery`, token, body);
      return failure ?? (json as { document: { name: string } }[]).map(({ document }) => document.name);
    },
    close: () => {},
  };
}

function overWebChannel(): TransportClient {
  const open = async (rpc: string, token: string | null, first: readonly string[]) => {
    const channel = new WebChannelClient(running.port, rpc, token === null ? '' : `Authorization: ${token}`);
    await channel.handshake(first);
    await channel.open(0);
    return channel;
  };
  /** The next message that says something. */
  const next = async (channel: WebChannelClient) => {
    for (;;) {
      const [message] = (await channel.readOne())?.[1] ?? [];
      if (message !== 'noop') return (message ?? {}) as { error?: { status: string; message: string } };
    }
  };
  const toFailure = ({ status, message }: { status: string; message: string }): Failure => ({
    code: status,
    // The channel puts the code in front.
    message: message.slice(status.length + 2),
  });
  return {
    name: 'WebChannel',
    commit: async (writes: readonly WriteMessage[], token) => {
      const channel = await open('Write', token, [toJson(WRITE_REQUEST, { database: DATABASE })]);
      const greeting = await next(channel);
      if (!greeting.error) await channel.forward([toJson(WRITE_REQUEST, { writes })]);
      const { error } = greeting.error ? greeting : await next(channel);
      await channel.terminate();
      return error ? toFailure(error) : 'ok';
    },
    listen: async (token): Promise<Listening> => {
      const channel = await open('Listen', token, []);
      return {
        send: (request) => void channel.forward([toJson(LISTEN_REQUEST, request)]),
        next: async () => {
          const message = await next(channel);
          return message.error ? toFailure(message.error) : fromJson(LISTEN_RESPONSE, message);
        },
        close: async () => {
          await channel.terminate();
        },
      };
    },
    close: () => {},
  };
}

const TRANSPORTS = [
  ['gRPC', overGrpc, {}],
  ['REST', overRest, { listen: 'REST has no streams' }],
  [
    'WebChannel',
    overWebChannel,
    { get: 'the web SDK reads by listening', query: 'the web SDK reads by listening' },
  ],
] as const;

describe.each(TRANSPORTS)('%s', (_, create, lacks: Readonly<Record<string, string>>) => {
  let client: TransportClient;
  beforeEach(() => {
    client = create();
    return () => client.close();
  });

  it.each(CASES.filter(({ needs }) => lacks[needs] === undefined))('$title', async ({ run, expected }) => {
    expect(await run(client)).toStrictEqual(expected);
  });
});
