import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unframe, WebChannelClient } from '../../conformance/webchannel-client.ts';
import { createHttpServer } from '../../server/http-server.ts';
import { createFirestoreService } from '../../service/create-firestore-service.ts';
import type { Value } from '../../values/value.ts';
import type { SessionOptions } from './session.ts';
import { createWebChannelTransport, type WebChannelTransport } from './webchannel-transport.ts';

const DATABASE = 'projects/demo/databases/(default)';
const target = {
  database: DATABASE,
  addTarget: { targetId: 2, documents: { documents: [`${DATABASE}/documents/c/d`] } },
};

let server: Server;
let transport: WebChannelTransport;
let service: ReturnType<typeof createFirestoreService>;
async function start(options: SessionOptions): Promise<number> {
  service = createFirestoreService({ authorize: null });
  transport = createWebChannelTransport(service, options);
  server = createHttpServer([transport.handle]);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
afterEach(() => {
  transport.close();
  server.closeAllConnections();
  server.close();
});

const write = (n: bigint, text = '') =>
  service.commit(
    { kind: 'admin' },
    { project: 'demo', database: '(default)' },
    [
      {
        kind: 'update',
        path: 'c/d',
        fields: new Map<string, Value>([
          ['n', n],
          ['text', text],
        ]),
        mask: null,
        transforms: [],
        precondition: null,
      },
    ],
    null,
  );

describe('a WebChannel session', () => {
  it('is dropped when its client does not come back', async () => {
    const client = new WebChannelClient(await start({ idleMs: 300 }), 'Listen');
    await client.handshake([target]);
    expect(transport.sessionCount()).toBe(1);
    await vi.waitFor(() => expect(transport.sessionCount()).toBe(0));
    expect((await client.forward([target])).status).toBe(400);
  });

  it('takes the headers of its client from the form or from the query, and allows no methods', async () => {
    const port = await start({});
    const open = (query: string, body: string) =>
      fetch(`http://127.0.0.1:${port}/google.firestore.v1.Firestore/Listen/channel?VER=8&RID=1${query}`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000' },
        body,
      });
    const garbage = encodeURIComponent('X-Client: 1\r\nAuthorization: Bearer garbage\r\n');
    const said: unknown[] = [];
    for (const [query, body] of [
      [`&$httpHeaders=${garbage}`, 'count=0'],
      ['', `count=0&headers=${garbage}`],
    ] as const) {
      const answer = await open(query, body);
      expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
      expect(answer.headers.get('access-control-allow-methods')).toBeNull();
      const client = new WebChannelClient(port, 'Listen');
      const [[, [, sid]]] = unframe(await answer.text())[0] as [[number, [string, string]]];
      client.sid = sid;
      await client.open(0);
      said.push((await client.read('error')).messages[0]);
    }
    const refused = { error: { message: 'INVALID_ARGUMENT: invalid jwt', status: 'INVALID_ARGUMENT' } };
    expect(said).toStrictEqual([
      [1, [refused]],
      [1, [refused]],
    ]);
  });

  it('lets a response end that has become long, and goes on with the next one', async () => {
    const client = new WebChannelClient(await start({}), 'Listen');
    await client.handshake([target]);
    await client.open(0);
    await client.read('resumeToken');
    const seen: unknown[] = [];
    let responses = 1;
    for (let n = 0n; n < 1000n; n += 1n) await write(n);
    while (seen.length < 1000) {
      const next = await client.readOne();
      if (next === null) {
        responses += 1;
        await client.open(0);
      } else {
        for (const message of next[1]) {
          if (typeof message !== 'object' || message === null || !('documentChange' in message)) continue;
          seen.push(/"integerValue":"(\d+)"/.exec(JSON.stringify(message))?.[1]);
        }
      }
    }
    expect(seen).toStrictEqual(Array.from({ length: 1000 }, (_, n) => String(n)));
    expect(responses).toBeGreaterThan(1);
    await client.terminate();
  });

  it('is dropped after its back channel broke, and is kept while one is open', async () => {
    const client = new WebChannelClient(await start({ idleMs: 60, noopMs: 40 }), 'Listen');
    await client.handshake([target]);
    await client.open(0);
    // Three signs of life take longer than the idle time.
    for (let count = 0; count < 3; count += 1) await client.read('noop');
    expect(transport.sessionCount()).toBe(1);
    client.abandon();
    await vi.waitFor(() => expect(transport.sessionCount()).toBe(0));
  });

  it('gives signs of life, and ends a response that has lasted long enough with one more', async () => {
    const client = new WebChannelClient(await start({ noopMs: 15, responseMs: 100 }), 'Listen');
    await client.handshake([target]);
    await client.open(0);
    const { messages, ended } = await client.read('end');
    expect(ended).toBe(true);
    expect(messages.filter(([, [message]]) => message === 'noop').length).toBeGreaterThan(3);
    expect(messages.at(-1)?.[1]).toStrictEqual(['noop']);
  });

  it('carries what came between two back channels on the next one, once', async () => {
    const client = new WebChannelClient(await start({}), 'Listen');
    await client.handshake([target]);
    await client.open(0);
    const first = await client.read('noop');
    client.abandon();
    await write(1n);
    await client.open(0);
    const second = await client.read('resumeToken');
    const ids = [...first.messages, ...second.messages].map(([id]) => id);
    expect(ids).toStrictEqual(Array.from({ length: ids.length }, (_, index) => index + 1));
    expect(second.messages.map(([, [message]]) => Object.keys(Object(message))[0])).toContain(
      'documentChange',
    );
  });

  it('puts the messages of the client in their order, and takes each once', async () => {
    const port = await start({});
    const client = new WebChannelClient(port, 'Write');
    await client.handshake([]);
    const post = (offset: number, message: unknown) =>
      client.send(
        'POST',
        { VER: '8', SID: client.sid, RID: String(2000 + offset), AID: '0' },
        new URLSearchParams({
          count: '1',
          ofs: String(offset),
          req0___data__: JSON.stringify(message),
        }).toString(),
      );
    const update = { update: { name: `${DATABASE}/documents/c/d`, fields: { n: { integerValue: '1' } } } };
    await post(1, { writes: [update] });
    const answer = await post(0, { database: DATABASE });
    await post(0, { database: DATABASE });
    expect(unframe(answer.text)[0]).toStrictEqual([0, 0, 7]);
    await client.open(0);
    const { messages } = await client.read('writeResults');
    expect(messages).toHaveLength(2);
    expect(messages[1]?.[1][0]).toMatchObject({ streamToken: 'MQ==', writeResults: [{}] });
  });

  it('takes a message that is larger than a body over REST may be, and answers it on the back channel', async () => {
    const client = new WebChannelClient(await start({}), 'Write');
    await client.handshake([{ database: DATABASE }]);
    await client.open(0);
    await client.read('streamToken');
    const fields = { text: { stringValue: 'é'.repeat(3 * 1024 * 1024) } };
    const writes = [{ update: { name: `${DATABASE}/documents/c/d`, fields } }];
    expect((await client.forward([{ writes }])).status).toBe(200);
    expect((await client.read('error')).messages.at(-1)?.[1]).toMatchObject([
      { error: { status: 'INVALID_ARGUMENT' } },
    ]);
  });

  it('is dropped when its client takes nothing of all that is for it, though not at once', async () => {
    const client = new WebChannelClient(await start({ stalledMs: 500 }), 'Listen');
    await client.handshake([target]);
    const text = 'x'.repeat(1_000_000);
    // More than 64 MiB.
    for (let n = 0n; n < 70n; n += 1n) await write(n, text);
    expect(transport.sessionCount()).toBe(1);
    let n = 70n;
    await vi.waitFor(async () => {
      n += 1n;
      await write(n);
      expect(transport.sessionCount()).toBe(0);
    }, 10_000);
  });

  it('counts a frame in UTF-16 code units', async () => {
    const client = new WebChannelClient(await start({}), 'Listen');
    await client.handshake([target]);
    await client.open(0);
    await client.read('resumeToken');
    await service.commit(
      { kind: 'admin' },
      { project: 'demo', database: '(default)' },
      [
        {
          kind: 'update',
          path: 'c/d',
          fields: new Map([['text', '😀é\u2028']]),
          mask: null,
          transforms: [],
          precondition: null,
        },
      ],
      null,
    );
    const { messages } = await client.read('resumeToken');
    expect(JSON.stringify(messages)).toContain('😀é\u2028');
  });
});
