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
    expect(await writes.next()).toEqual({ end: true });
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
