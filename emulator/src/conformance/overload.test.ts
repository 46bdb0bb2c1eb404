/** Clients that ask for too much, or go in the middle of a word: the right error for them, nothing for the others. */
import { connect } from 'node:http2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Timestamp } from '../values/timestamp.ts';
import {
  LISTEN_REQUEST,
  LISTEN_RESPONSE,
  WRITE_REQUEST,
  WRITE_RESPONSE,
  type WriteMessage,
} from '../wire/messages.ts';
import { COMMIT } from '../wire/unary-rpcs.ts';
import { GrpcClient } from './grpc-client.ts';
import { ask, OWNER, type Running, startRunning } from './running.ts';
import { WebChannelClient } from './webchannel-client.ts';

const DATABASE = 'projects/demo/databases/(default)';
const nameOf = (path: string) => `${DATABASE}/documents/${path}`;

let running: Running;
let client: GrpcClient;
beforeAll(async () => {
  running = await startRunning();
  client = new GrpcClient(running.address);
});
afterAll(async () => {
  client.close();
  await running.close();
});

const addTarget = (targetId: number) => ({
  database: DATABASE,
  addTarget: { targetId, documents: { documents: [nameOf('watched/one')] } },
});
const write = (path: string, text: string): WriteMessage => ({
  update: { name: nameOf(path), fields: new Map([['text', text]]) },
});

/** Opens a listener before `harm` is done, and sees that a write reaches it afterwards. */
async function unaffectedBy(harm: () => Promise<void>): Promise<void> {
  const other = new GrpcClient(running.address);
  const stream = other.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
  stream.send(addTarget(2));
  await harm();
  const text = `after ${performance.now()}`;
  await other.call(COMMIT, { database: DATABASE, writes: [write('watched/one', text)] });
  for (;;) {
    const event = await stream.next();
    if (!('response' in event)) throw new Error(`The other listener ended: ${JSON.stringify(event)}`);
    const document = event.response.documentChange?.document;
    if (typeof document === 'object' && 'fields' in document && document.fields?.get('text') === text) break;
  }
  stream.cancel();
  other.close();
}

describe('targets without end', () => {
  it('end a gRPC stream with RESOURCE_EXHAUSTED, and no other', async () => {
    await unaffectedBy(async () => {
      const greedy = client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
      for (let id = 1; id <= 10_000; id += 1) greedy.send(addTarget(id));
      const codes = new Map<unknown, number>();
      for (;;) {
        const event = await greedy.next();
        if ('error' in event) {
          expect(event.error.code).toBe('RESOURCE_EXHAUSTED');
          break;
        }
        if (!('response' in event)) throw new Error('The stream ended without an error.');
        const { targetChange } = event.response;
        const what = targetChange?.cause?.code ?? targetChange?.targetChangeType;
        codes.set(what, (codes.get(what) ?? 0) + 1);
      }
      // A thousand were taken and a thousand refused, each by itself, before the stream was ended.
      expect([codes.get('ADD'), codes.get(8)]).toStrictEqual([1000, 1000]);
    });
  });

  it('end a WebChannel stream likewise', async () => {
    await unaffectedBy(async () => {
      const channel = new WebChannelClient(running.port, 'Listen', 'Authorization: Bearer owner');
      await channel.handshake([addTarget(1)]);
      for (let first = 2; first <= 3000; first += 500) {
        await channel.forward(Array.from({ length: 500 }, (_, index) => addTarget(first + index)));
      }
      let found: unknown;
      while (found === undefined) {
        await channel.open(0);
        const { messages } = await channel.read('end');
        found = messages.map(([, [message]]) => message).find((message) => hasError(message));
      }
      expect(found).toMatchObject({ error: { status: 'RESOURCE_EXHAUSTED' } });
      await channel.terminate();
    });
  });
});

describe('a first answer of more documents than may wait for a client', () => {
  it('arrives whole', async () => {
    const database = { project: 'large', database: '(default)' };
    const time = new Timestamp(1, 0);
    const count = 120_000;
    running.service.importDocuments(
      database,
      Array.from({ length: count }, (_, n) => ({
        path: `c/${n}`,
        fields: new Map(),
        createTime: time,
        updateTime: time,
      })),
    );
    const stream = client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
    const name = 'projects/large/databases/(default)';
    const query = { parent: `${name}/documents`, structuredQuery: { from: [{ collectionId: 'c' }] } };
    stream.send({ database: name, addTarget: { targetId: 2, query } });
    let documents = 0;
    for (;;) {
      const event = await stream.next();
      if (!('response' in event)) throw new Error(`The stream ended: ${JSON.stringify(event)}`);
      if (event.response.documentChange) documents += 1;
      if (event.response.targetChange?.targetChangeType === 'CURRENT') break;
    }
    expect(documents).toBe(count);
    stream.cancel();
    running.service.clear(database);
  }, 30_000);

  it('arrives whole over WebChannel too, however large', async () => {
    const database = { project: 'heavy', database: '(default)' };
    const time = new Timestamp(1, 0);
    const text = 'x'.repeat(900_000);
    running.service.importDocuments(
      database,
      Array.from({ length: 80 }, (_, n) => ({
        path: `c/${n}`,
        fields: new Map([['text', text]]),
        createTime: time,
        updateTime: time,
      })),
    );
    const name = 'projects/heavy/databases/(default)';
    const query = { parent: `${name}/documents`, structuredQuery: { from: [{ collectionId: 'c' }] } };
    const channel = new WebChannelClient(running.port, 'Listen', 'Authorization: Bearer owner');
    await channel.handshake([{ database: name, addTarget: { targetId: 2, query } }]);
    expect(await channel.open(0)).toBe(200);
    const { messages } = await channel.read('CURRENT');
    const holdsDocument = ([, [message]]: (typeof messages)[number]) =>
      typeof message === 'object' && message !== null && 'documentChange' in message;
    expect(messages.filter(holdsDocument)).toHaveLength(80);
    await channel.terminate();
    running.service.clear(database);
  }, 30_000);
});

const hasError = (message: unknown) => typeof message === 'object' && message !== null && 'error' in message;

describe('a document of 20 MB', () => {
  const huge = write('huge/one', 'x'.repeat(20 * 1024 * 1024));
  const isStored = async () =>
    (await ask(running.url, { method: 'GET', path: `/v1/${nameOf('huge/one')}`, headers: OWNER })).status !==
    404;

  it('is refused by Commit', async () => {
    await unaffectedBy(async () => {
      const outcome = await client.call(COMMIT, { database: DATABASE, writes: [huge] });
      expect(outcome).toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(await isStored()).toBe(false);
    });
  });

  it('ends the Write stream that it came by', async () => {
    await unaffectedBy(async () => {
      const stream = client.open('Write', WRITE_REQUEST, WRITE_RESPONSE);
      stream.send({ database: DATABASE });
      const event = await stream.next();
      if (!('response' in event)) throw new Error('There was no handshake.');
      stream.send({ streamToken: event.response.streamToken, writes: [huge] });
      expect(await stream.next()).toMatchObject({ error: { code: 'INVALID_ARGUMENT' } });
      expect(await isStored()).toBe(false);
    });
  });

  it('ends the WebChannel stream that it came by', async () => {
    await unaffectedBy(async () => {
      const channel = new WebChannelClient(running.port, 'Write', 'Authorization: Bearer owner');
      await channel.handshake([{ database: DATABASE }]);
      await channel.open(0);
      const fields = { text: { stringValue: 'x'.repeat(20 * 1024 * 1024) } };
      await channel.forward([{ writes: [{ update: { name: nameOf('huge/one'), fields } }] }]);
      expect((await channel.read('error')).messages.at(-1)?.[1]).toMatchObject([
        { error: { status: 'INVALID_ARGUMENT' } },
      ]);
      expect(await isStored()).toBe(false);
      await channel.terminate();
    });
  });
});

describe('half a gRPC message', () => {
  /** The prefix promises a hundred bytes. */
  const half = Buffer.concat([Buffer.from([0, 0, 0, 0, 100]), Buffer.alloc(10, 1)]);
  const begin = (rpc: string) => {
    const session = connect(running.url);
    session.on('error', () => {});
    const request = session.request({
      ':method': 'POST',
      ':path': `/google.firestore.v1.Firestore/${rpc}`,
      'content-type': 'application/grpc',
      te: 'trailers',
      authorization: 'Bearer owner',
    });
    request.on('error', () => {});
    return { session, request };
  };

  // grpc-js passes a stream over what it did not get whole; the client had said that it was done.
  it.each([
    ['is an error of', 'Commit', 12],
    ['ends', 'Listen', 0],
    ['ends', 'Write', 0],
  ])('%s %s when the client ends with it', async (_, rpc, code) => {
    await unaffectedBy(async () => {
      const { session, request } = begin(rpc);
      const status = new Promise((resolve) => {
        request.on('response', (headers) => {
          if (headers['grpc-status'] !== undefined) resolve(headers['grpc-status']);
        });
        request.on('trailers', (headers) => resolve(headers['grpc-status']));
      });
      request.resume();
      request.end(half);
      expect(Number(await status)).toBe(code);
      session.destroy();
    });
  });

  it.each(['Commit', 'Listen', 'Write'])('is forgotten when the client of %s vanishes', async (rpc) => {
    await unaffectedBy(async () => {
      const { session, request } = begin(rpc);
      await new Promise((resolve) => request.write(half, resolve));
      session.destroy();
      await new Promise((resolve) => request.once('close', resolve));
    });
  });
});
