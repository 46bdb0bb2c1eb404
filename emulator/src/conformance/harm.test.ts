/** Each kind of harm that a client can do, at both doors: the right error, its memory comes back, and nobody else notices. */
import { connect } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type RunningFirestore, serveFirestore } from '../server/serve-firestore.ts';
import { createFirestoreService } from '../service/create-firestore-service.ts';
import type { FirestoreService } from '../service/firestore-service.ts';
import {
  LISTEN_REQUEST,
  LISTEN_RESPONSE,
  type ListenRequestMessage,
  type ListenResponseMessage,
  type WriteMessage,
} from '../wire/messages.ts';
import { encodeProtobuf } from '../wire/protobuf-message.ts';
import { COMMIT } from '../wire/unary-rpcs.ts';
import { CODES, GrpcClient, type OpenStream } from './grpc-client.ts';
import { WebChannelClient } from './webchannel-client.ts';

const DATABASE = 'projects/demo/databases/(default)';
const nameOf = (path: string) => `${DATABASE}/documents/${path}`;
const addTarget = (targetId: number) => ({
  database: DATABASE,
  addTarget: { targetId, documents: { documents: [nameOf('watched/one')] } },
});
const MB = 1024 * 1024;
const text = 'x'.repeat(20 * MB);

let running: RunningFirestore;
let address = '';
/** Listeners that the server holds. */
let listeners = 0;
let witness: GrpcClient;
let watching: OpenStream<ListenRequestMessage, ListenResponseMessage>;

beforeAll(async () => {
  const service = createFirestoreService({ authorize: null });
  const listen: FirestoreService['listen'] = (...args) => {
    listeners += 1;
    const targets = service.listen(...args);
    let open = true;
    return {
      addTarget: (target) => targets.addTarget(target),
      refuseTarget: (id, error) => targets.refuseTarget(id, error),
      removeTarget: (id) => targets.removeTarget(id),
      close: () => {
        if (open) listeners -= 1;
        open = false;
        targets.close();
      },
    };
  };
  running = await serveFirestore(
    { ...service, listen },
    { host: '127.0.0.1', port: 0, extra: [], webChannel: { idleMs: 2000 } },
  );
  address = `127.0.0.1:${running.port}`;
  witness = new GrpcClient(address);
  watching = witness.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
  watching.send(addTarget(2));
});
afterAll(async () => {
  watching.cancel();
  witness.close();
  await running.close();
});

/** A write that somebody else makes reaches the listener that was there before. */
async function witnessNotices(mark: string): Promise<void> {
  const write: WriteMessage = {
    update: { name: nameOf('watched/one'), fields: new Map([['mark', mark]]) },
  };
  expect(await witness.call(COMMIT, { database: DATABASE, writes: [write] })).toHaveProperty('responses');
  for (;;) {
    const event = await watching.next();
    if (!('response' in event)) throw new Error(`The witness's listener ended: ${JSON.stringify(event)}`);
    const document = event.response.documentChange?.document;
    if (typeof document === 'object' && 'fields' in document && document.fields?.get('mark') === mark) return;
  }
}

async function withGrpc(act: (client: GrpcClient) => Promise<unknown>): Promise<unknown> {
  const client = new GrpcClient(address);
  try {
    return await act(client);
  } finally {
    client.close();
  }
}

async function withChannel(
  rpc: 'Listen' | 'Write',
  act: (channel: WebChannelClient) => Promise<unknown>,
): Promise<unknown> {
  const channel = new WebChannelClient(running.port, rpc, 'Authorization: Bearer owner');
  const result = await act(channel);
  channel.abandon();
  await channel.terminate();
  return result;
}

/** The status of the error that the stream ends with. */
async function errorOf(channel: WebChannelClient): Promise<unknown> {
  for (;;) {
    if ((await channel.open(0)) !== 200) throw new Error('The session went without a word.');
    const { messages } = await channel.read('error');
    for (const [, [message]] of messages) {
      if (typeof message !== 'object' || message === null || !('error' in message)) continue;
      return (message.error as { status?: unknown }).status;
    }
  }
}

/** A gRPC request as bytes, so that it can stop or break off anywhere. */
function beginRaw(rpc: string) {
  const session = connect(`http://${address}`);
  session.on('error', () => {});
  const request = session.request({
    ':method': 'POST',
    ':path': `/google.firestore.v1.Firestore/${rpc}`,
    'content-type': 'application/grpc',
    te: 'trailers',
    authorization: 'Bearer owner',
  });
  request.on('error', () => {});
  const status = new Promise<string>((resolve) => {
    for (const event of ['response', 'trailers']) {
      request.on(event, (headers) => {
        const code = Number(headers['grpc-status']);
        if (!Number.isNaN(code)) resolve(CODES.get(code) ?? `code ${code}`);
      });
    }
  });
  request.resume();
  return { session, request, status };
}

function framed(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

/** What the client hears of it: the code of an error, or that there was nobody left to tell. */
const harms: readonly (readonly [what: string, door: string, heard: unknown, act: () => Promise<unknown>])[] =
  [
    [
      'garbage',
      'gRPC',
      'INTERNAL',
      () =>
        withGrpc(async (client) => {
          const stream = client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
          stream.sendBytes(Buffer.alloc(MB, 0xff));
          const event = await stream.next();
          return 'error' in event ? event.error.code : event;
        }),
    ],
    [
      'garbage',
      'WebChannel',
      'INVALID_ARGUMENT',
      () =>
        withChannel('Listen', async (channel) => {
          await channel.handshake(['\u0000\u{1f4a5}'.repeat(MB / 4)]);
          return errorOf(channel);
        }),
    ],
    [
      'half a frame',
      'gRPC',
      // grpc-js passes over what it did not get whole, so to it the request never came.
      'UNIMPLEMENTED',
      async () => {
        const { session, request, status } = beginRaw('Commit');
        request.end(framed(Buffer.alloc(MB)).subarray(0, MB / 2));
        const heard = await status;
        session.destroy();
        return heard;
      },
    ],
    [
      'half a frame',
      'WebChannel',
      'INVALID_ARGUMENT',
      async () => {
        // Half of a request, whose other half never comes: there is nobody to answer.
        const path = '/google.firestore.v1.Firestore/Listen/channel?VER=8&RID=1';
        const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${MB}\r\n\r\n`;
        const socket = connectTcp(running.port, '127.0.0.1');
        await new Promise<void>((resolve) => socket.write(head + 'x'.repeat(MB / 2), () => resolve()));
        socket.destroy();
        // Half of a message, in a request that is whole.
        return withChannel('Listen', async (channel) => {
          const message = JSON.stringify(addTarget(1));
          await channel.handshake([message.slice(0, message.length / 2)]);
          return errorOf(channel);
        });
      },
    ],
    [
      'a document of 20 MB',
      'gRPC',
      'INVALID_ARGUMENT',
      () =>
        withGrpc(async (client) => {
          const write: WriteMessage = {
            update: { name: nameOf('huge/one'), fields: new Map([['text', text]]) },
          };
          const outcome = await client.call(COMMIT, { database: DATABASE, writes: [write] });
          return 'code' in outcome ? outcome.code : outcome;
        }),
    ],
    [
      'a document of 20 MB',
      'WebChannel',
      'INVALID_ARGUMENT',
      () =>
        withChannel('Write', async (channel) => {
          await channel.handshake([{ database: DATABASE }]);
          await channel.open(0);
          const { messages } = await channel.read('streamToken');
          const streamToken = /"streamToken":"([^"]*)"/.exec(JSON.stringify(messages))?.[1];
          const update = { name: nameOf('huge/one'), fields: { text: { stringValue: text } } };
          await channel.forward([{ streamToken, writes: [{ update }] }]);
          return errorOf(channel);
        }),
    ],
    [
      'a million targets',
      'gRPC',
      'RESOURCE_EXHAUSTED',
      async () => {
        const { session, request, status } = beginRaw('Listen');
        let code: unknown;
        void status.then((found) => {
          code = found;
        });
        for (let id = 1; id <= 1_000_000 && code === undefined; id += 1) {
          request.write(framed(encodeProtobuf(LISTEN_REQUEST, addTarget(id))));
          if (id % 1000 === 0) await new Promise(setImmediate);
        }
        await status;
        // What the server does not take any more waits in the client.
        session.destroy();
        return code;
      },
    ],
    [
      'a million targets',
      'WebChannel',
      'RESOURCE_EXHAUSTED',
      () =>
        withChannel('Listen', async (channel) => {
          await channel.handshake([]);
          let status: unknown;
          const heard = errorOf(channel).then((found) => {
            status = found;
          });
          for (let first = 1; first <= 1_000_000 && status === undefined; first += 500) {
            await channel.forward(Array.from({ length: 500 }, (_, index) => addTarget(first + index)));
          }
          await heard;
          return status;
        }),
    ],
    [
      'a client that disappears',
      'gRPC',
      'nothing',
      async () => {
        const { session, request } = beginRaw('Listen');
        for (let id = 1; id <= 500; id += 1) {
          request.write(framed(encodeProtobuf(LISTEN_REQUEST, addTarget(id))));
        }
        await new Promise((resolve) => request.once('data', resolve));
        expect(listeners).toBeGreaterThan(1);
        session.destroy();
        return 'nothing';
      },
    ],
    [
      'a client that disappears',
      'WebChannel',
      'nothing',
      async () => {
        const channel = new WebChannelClient(running.port, 'Listen', 'Authorization: Bearer owner');
        await channel.handshake(Array.from({ length: 500 }, (_, index) => addTarget(index + 1)));
        await channel.open(0);
        await channel.readOne();
        expect(listeners).toBeGreaterThan(1);
        channel.abandon();
        return 'nothing';
      },
    ],
  ];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** In bytes, of what is still held. */
async function held(): Promise<number> {
  // What was let go of in this turn is collected in the next.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise(setImmediate);
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it.each(harms)(
  '%s over %s is answered with %s, leaves no memory behind, and harms nobody',
  async (what, door, heard, act) => {
    await witnessNotices(`before ${what} over ${door}`);
    const settled = () => vi.waitFor(() => expect(listeners).toBe(1), { timeout: 15_000 });
    // Once before it is measured: the first time loads and compiles.
    expect(await act()).toBe(heard);
    await settled();
    const before = await held();
    for (let time = 0; time < 3; time += 1) expect(await act()).toBe(heard);
    await witnessNotices(`after ${what} over ${door}`);
    await settled();
    // Connections close in their own time.
    await vi.waitFor(async () => expect((await held()) - before).toBeLessThan(MB), { timeout: 15_000 });
  },
  60_000,
);
