import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LISTEN_REQUEST, LISTEN_RESPONSE, WRITE_REQUEST, WRITE_RESPONSE } from '../wire/messages.ts';
import { GrpcClient } from './grpc-client.ts';
import { type Running, startRunning } from './running.ts';
import { WebChannelClient } from './webchannel-client.ts';

const DATABASE = 'projects/early/databases/(default)';
const NAME = `${DATABASE}/documents/c/d`;

let running: Running;
beforeAll(async () => {
  running = await startRunning();
});
afterAll(() => running.close());

describe('a client that stops a stream before it has said anything', () => {
  it('sees it end over gRPC, and may open another on the same connection', async () => {
    const client = new GrpcClient(running.address);
    for (const stop of ['halfClose', 'cancel'] as const) {
      const streams = [
        client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE),
        client.open('Write', WRITE_REQUEST, WRITE_RESPONSE),
      ];
      for (const stream of streams) {
        stream[stop]();
        expect(await stream.next()).toMatchObject(
          stop === 'cancel' ? { error: { code: 'CANCELLED' } } : { end: true },
        );
      }
    }
    const writes = client.open('Write', WRITE_REQUEST, WRITE_RESPONSE);
    writes.send({ database: DATABASE });
    expect(await writes.next()).toMatchObject({ response: { streamId: expect.any(String) } });
    writes.send({ writes: [{ update: { name: NAME, fields: new Map([['n', 1n]]) } }] });
    expect(await writes.next()).toMatchObject({ response: { writeResults: [{}] } });
    writes.halfClose();
    expect(await writes.next()).toStrictEqual({ end: true });
    client.close();
  });

  it.each(['Listen', 'Write'])('may end its %s session over WebChannel, and open another', async (rpc) => {
    const first = new WebChannelClient(running.port, rpc);
    expect((await first.handshake([])).status).toBe(200);
    expect((await first.terminate()).status).toBe(200);
    expect((await first.forward([{}])).status).toBe(400);

    const second = new WebChannelClient(running.port, rpc);
    await second.handshake([]);
    expect(await second.open(0)).toBe(200);
    const addTarget = { targetId: 2, documents: { documents: [NAME] } };
    await second.forward([rpc === 'Listen' ? { database: DATABASE, addTarget } : { database: DATABASE }]);
    const { messages } = await second.read(rpc === 'Listen' ? 'CURRENT' : 'streamToken');
    expect(messages.length).toBeGreaterThan(0);
    await second.terminate();
  });
});

describe('a client that names another database on a stream of one', () => {
  const OTHER = 'projects/other/databases/(default)';
  const structuredQuery = { from: [{ collectionId: 'c', allDescendants: false }] };

  it('sees its Listen stream end over gRPC, with the reason', async () => {
    const client = new GrpcClient(running.address);
    const stream = client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE);
    const addTarget = { targetId: 2, query: { parent: `${DATABASE}/documents`, structuredQuery } };
    stream.send({ database: DATABASE, addTarget });
    expect(await stream.next()).toMatchObject({ response: { targetChange: {} } });
    stream.send({ database: OTHER, addTarget: { ...addTarget, targetId: 4 } });
    let event = await stream.next();
    while ('response' in event) event = await stream.next();
    expect(event).toMatchObject({
      error: { code: 'INVALID_ARGUMENT', message: expect.stringContaining(OTHER) },
    });
    client.close();
  });

  it('is told over WebChannel, after a target whose ID it left out was answered', async () => {
    const client = new WebChannelClient(running.port, 'Listen');
    const request = (database: string) => ({
      database,
      addTarget: { query: { parent: DATABASE, structuredQuery } },
    });
    await client.handshake([]);
    await client.open(0);
    await client.forward([request(DATABASE)]);
    expect((await client.read('targetChange')).messages.length).toBeGreaterThan(0);
    await client.forward([request(OTHER)]);
    const { messages } = await client.read('error');
    expect(messages.at(-1)?.[1]).toStrictEqual([
      { error: { status: 'INVALID_ARGUMENT', message: expect.stringContaining(OTHER) } },
    ]);
    await client.terminate();
  });
});
