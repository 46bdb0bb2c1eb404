/** Bad input at each door: an error of the right code, nothing stored, and the process stays up. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMIT_RESPONSE, LISTEN_REQUEST, LISTEN_RESPONSE } from '../wire/messages.ts';
import { COMMIT, GET_DOCUMENT, RUN_QUERY } from '../wire/unary-rpcs.ts';
import { GrpcClient } from './grpc-client.ts';
import { type Answer, ask, OWNER, type Running, startRunning } from './running.ts';
import { unframe, WebChannelClient } from './webchannel-client.ts';

const DATABASE = 'projects/demo/databases/(default)';
const ROOT = `/v1/${DATABASE}/documents`;

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
/** After every attack: it still answers, and holds nothing. */
afterEach(async () => {
  const answer = await ask(running.url, { method: 'GET', path: `${ROOT}/c`, headers: OWNER });
  expect(answer.text).toBe('{\n}\n');
});

const statusOf = ({ json }: Answer) => (json as { error: { status: string; message: string } }).error;
const commit = (body: unknown, headers: Record<string, string> = {}) =>
  ask(running.url, { method: 'POST', path: `${ROOT}:commit`, body, headers });
const write = (fields: unknown) => ({ writes: [{ update: { name: `${DATABASE}/documents/c/d`, fields } }] });

describe('REST', () => {
  it.each([
    ['text that is no JSON', '{'],
    ['an array', '[]'],
    ['an unknown field', { writes: [], nonsense: 1 }],
    ['a write that is a string', { writes: ['x'] }],
    ['an integer that is none', write({ n: { integerValue: '1.5' } })],
    ['an integer beyond 64 bits', write({ n: { integerValue: '9223372036854775808' } })],
    ['a timestamp that is no day', write({ n: { timestampValue: '2026-02-30T00:00:00Z' } })],
    ['a timestamp before year 1', write({ n: { timestampValue: '0000-12-31T00:00:00Z' } })],
    ['bytes that are no base64', write({ n: { bytesValue: '!' } })],
    ['a value of two types', write({ n: { integerValue: '1', stringValue: 'x' } })],
    ['a value of no type', write({ n: {} })],
    ['values nested without end', `{"writes":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ])('refuses %s', async (_, body) => {
    const answer = await commit(body);
    expect(answer.status).toBe(400);
    expect(statusOf(answer)).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: "Payload isn't valid for request.",
    });
  });

  it('takes the same when it is right', async () => {
    expect(
      (await commit(write({ n: { integerValue: '1' }, t: { timestampValue: '2026-02-28T00:00:00Z' } })))
        .status,
    ).toBe(200);
    const gone = { writes: [{ delete: `${DATABASE}/documents/c/d` }] };
    for (const Authorization of ['Bearer owner', 'Bearer e30.eyJzdWIiOiJhbm4ifQ.', 'bearer OWNER']) {
      expect((await commit(gone, { Authorization })).status).toBe(200);
    }
  });

  it('refuses a body above 16 MiB', async () => {
    const answer = await commit(write({ s: { stringValue: 'x'.repeat(17 * 1024 * 1024) } }));
    expect(answer.status).toBe(400);
    expect(statusOf(answer).message).toBe('Request payload size exceeds the limit: 16777216 bytes.');
  });

  it.each([
    ['Bearer garbage', 400, 'INVALID_ARGUMENT'],
    ['Bearer a.b', 400, 'INVALID_ARGUMENT'],
    ['Bearer a.b.c', 400, 'INVALID_ARGUMENT'],
    ['Bearer e30.W10.', 400, 'INVALID_ARGUMENT'],
    ['Basic b3duZXI=', 500, 'UNKNOWN'],
  ])('refuses the token %s', async (authorization, status, code) => {
    const answer = await commit(write({}), { Authorization: authorization });
    expect(answer.status).toBe(status);
    expect(statusOf(answer).status).toBe(code);
  });

  it('answers a path that is not percent-encoding', async () => {
    const answer = await ask(running.url, { method: 'GET', path: `${ROOT}/c/%ff` });
    expect(answer.status).toBe(400);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('has no %s of a collection', async (method) => {
    expect((await ask(running.url, { method, path: `${ROOT}/c`, body: '{}' })).status).toBe(404);
  });
});

describe('gRPC', () => {
  it('refuses bytes that are no message', async () => {
    const outcome = await client.callBytes('Commit', Uint8Array.of(0xff, 0xff, 0xff), null, COMMIT_RESPONSE);
    expect(outcome).toStrictEqual({ code: 'INTERNAL', message: 'Invalid protobuf byte sequence' });
  });

  it('refuses a message that stops in the middle', async () => {
    const outcome = await client.callBytes('Commit', Uint8Array.of(10, 200, 1, 65), null, COMMIT_RESPONSE);
    expect(outcome).toStrictEqual({ code: 'INTERNAL', message: 'Invalid protobuf byte sequence' });
  });

  it('refuses a message above 100 MiB', async () => {
    const outcome = await client.callBytes('Commit', Buffer.alloc(101 * 1024 * 1024), null, COMMIT_RESPONSE);
    expect(outcome).toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
  }, 30_000);

  it('refuses a token that is no JWT', async () => {
    expect(await client.call(COMMIT, { database: DATABASE }, 'Bearer garbage')).toStrictEqual({
      code: 'INVALID_ARGUMENT',
      message: 'invalid jwt',
    });
  });

  it('refuses a call it does not know', async () => {
    const outcome = await client.callBytes('Nonsense', new Uint8Array(), null, COMMIT_RESPONSE);
    expect(outcome).toMatchObject({ code: 'UNIMPLEMENTED' });
  });

  it.each(['x', 'é', '😀', '%'])(
    'cuts a refusal that quotes a long name of %s to what a client can read',
    async (char) => {
      const name = char.repeat(100_000);
      const refused = await client.call(GET_DOCUMENT, { name });
      if (!('code' in refused)) throw new Error('A name of nothing was found.');
      expect(refused.code).toBe('INVALID_ARGUMENT');
      expect(refused.message.startsWith(`Document name "${char.repeat(300)}`)).toBe(true);
      expect(encodeURIComponent(refused.message).length).toBeLessThan(7000);
      const valid = await client.call(GET_DOCUMENT, { name: `${DATABASE}/documents/c/d` });
      expect(valid).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  it('refuses a query without a query', async () => {
    expect(await client.call(RUN_QUERY, { parent: `${DATABASE}/documents` })).toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('ends a Listen stream that gets garbage, and only that one', async () => {
    const [bad, good] = [0, 1].map(() => client.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE));
    good?.send({ database: DATABASE, addTarget: { targetId: 2, documents: { documents: [] } } });
    bad?.sendBytes(Uint8Array.of(0xff));
    expect(await bad?.next()).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(await good?.next()).toMatchObject({ response: { targetChange: { targetChangeType: 'ADD' } } });
    good?.cancel();
  });
});

describe('WebChannel', () => {
  const listen = () => new WebChannelClient(running.port, 'Listen');

  it.each([
    ['text that is no JSON', '{'],
    ['nothing', ''],
    ['an unknown field', { nonsense: 1 }],
    ['a number', 7],
  ])('ends the stream at a message that is %s', async (_, message) => {
    const channel = listen();
    await channel.handshake([message]);
    await channel.open(0);
    const { messages } = await channel.read('error');
    expect(messages[0]).toMatchObject([1, [{ error: { status: 'INVALID_ARGUMENT' } }]]);
    await channel.terminate();
  });

  it('ends the stream of a token that is no JWT', async () => {
    const channel = new WebChannelClient(running.port, 'Listen', 'Authorization: Bearer garbage');
    await channel.handshake([{ database: DATABASE }]);
    await channel.open(0);
    const { messages } = await channel.read('error');
    expect(messages[0]).toStrictEqual([
      1,
      [{ error: { message: 'INVALID_ARGUMENT: invalid jwt', status: 'INVALID_ARGUMENT' } }],
    ]);
    await channel.terminate();
  });

  it('answers a form that is none with a session that got nothing', async () => {
    const channel = listen();
    const answer = await channel.send('POST', { VER: '8' }, '\u0000%%%&&&===');
    expect(answer.status).toBe(200);
    expect(unframe(answer.text)).toHaveLength(1);
  });

  it('sends again what a dropped back channel did not deliver', async () => {
    const channel = listen();
    const documents = { documents: [`${DATABASE}/documents/z/z`] };
    await channel.handshake([{ database: DATABASE, addTarget: { targetId: 2, documents } }]);
    await channel.open(0);
    channel.abandon();
    await channel.open(0);
    const { messages } = await channel.read('resumeToken');
    expect(messages[0]).toMatchObject([1, [{ targetChange: { targetChangeType: 'ADD' } }]]);
    await channel.terminate();
  });
});

/** https://www.rfc-editor.org/rfc/rfc9113#section-6.8 */
const GOAWAY = 7;

/** The types of the HTTP/2 frames in an answer: each has a head of nine bytes, with its length first. */
function frameTypesOf(answer: string): number[] {
  const bytes = Buffer.from(answer, 'latin1');
  const types: number[] = [];
  for (let at = 0; at + 9 <= bytes.length; at += 9 + bytes.readUIntBE(at, 3)) types.push(bytes[at + 3] ?? 0);
  return types;
}

describe('the port', () => {
  const speak = (bytes: string | Buffer) =>
    new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(running.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });

  it('answers garbage with 400', async () => {
    expect(await speak(Buffer.from([0, 1, 2, 255, 254]))).toContain('400 Bad Request');
  });

  it('lets go of a broken HTTP/2 connection, and says so', async () => {
    const answer = await speak(
      Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), Buffer.alloc(64, 0xff)]),
    );
    expect(frameTypesOf(answer)).toContain(GOAWAY);
  });

  it('lives through clients that say half a word and go', async () => {
    for (const half of [
      'P',
      'PRI * HT',
      'POST /v1/',
      `POST ${ROOT}:commit HTTP/1.1\r\nContent-Length: 100\r\n\r\n{`,
    ]) {
      const socket = connect(running.port, '127.0.0.1', () => socket.write(half, () => socket.destroy()));
      await new Promise((resolve) => socket.on('close', resolve));
    }
    expect(await speak('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 200 OK/,
    );
  });

  it('forgets the listeners of clients that are gone', async () => {
    const listen = running.service.listen.bind(running.service);
    const closed = vi.fn();
    vi.spyOn(running.service, 'listen').mockImplementation((...args) => {
      const targets = listen(...args);
      return {
        addTarget: (target) => targets.addTarget(target),
        refuseTarget: (id, error) => targets.refuseTarget(id, error),
        removeTarget: (id) => targets.removeTarget(id),
        close: () => {
          targets.close();
          closed();
        },
      };
    });
    const target = { database: DATABASE, addTarget: { targetId: 2, documents: { documents: [] } } };
    const gone = new GrpcClient(running.address);
    const streams = Array.from({ length: 20 }, () => gone.open('Listen', LISTEN_REQUEST, LISTEN_RESPONSE));
    for (const stream of streams) stream.send(target);
    await Promise.all(streams.map((stream) => stream.next()));
    for (const stream of streams) stream.cancel();
    gone.close();
    const channel = new WebChannelClient(running.port, 'Listen');
    await channel.handshake([target]);
    await channel.terminate();
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(21));
    vi.restoreAllMocks();
  });
});
