import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommittedChanges } from '../service/options.ts';
import type { Document } from '../values/document.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { DOCUMENT_EVENT_DATA } from '../wire/messages.ts';
import { decodeProtobuf } from '../wire/protobuf-message.ts';
import { createDelivery, type Delivery, type PendingEvent } from './delivery.ts';
import { compilePathPattern } from './path-pattern.ts';
import { fromEventarcTrigger, fromLegacyTrigger } from './trigger.ts';
import { TriggerRegistry } from './trigger-registry.ts';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const time = new Timestamp(1_790_000_000, 5_000);
const document = (path: string, fields: Record<string, Value>): Document => ({
  path,
  fields: new Map(Object.entries(fields)),
  createTime: time,
  updateTime: time,
});
const commit = (before: Document | null, after: Document | null): CommittedChanges => ({
  database: { project: 'demo', database: '(default)' },
  commitTime: time,
  caller: { kind: 'user', auth: { uid: 'alice', token: new Map() } },
  changes: [{ path: (after ?? before)?.path ?? '', before, after }],
});

let received: Received[] = [];
let respond: (request: Received) => [status: number, body: string];
let server: Server;
let delivery: Delivery;
let registry: TriggerRegistry;
let logged: string[] = [];

async function start(port = 0): Promise<void> {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const seen = { path: request.url ?? '', headers: request.headers, body };
      const [status, answer] = respond(seen);
      received.push(seen);
      response.writeHead(status).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}

beforeEach(async () => {
  received = [];
  logged = [];
  respond = () => [200, '{"status":"acknowledged"}'];
  await start();
  const { port } = server.address() as AddressInfo;
  delivery = createDelivery({ host: '127.0.0.1', port, log: (line) => logged.push(line), firstRetryMs: 1 });
  registry = new TriggerRegistry(delivery);
});
afterEach(() => {
  delivery.close();
  server.closeAllConnections();
  server.close();
});

const register = (id: string, type: string, pattern: string) =>
  registry.register(
    fromEventarcTrigger('demo', id, {
      eventType: `google.cloud.firestore.document.v1.${type}`,
      database: '(default)',
      namespace: '(default)',
      document: { value: pattern, matchType: 'PATH_PATTERN' },
    }),
  );
const emptyEvent: PendingEvent = {
  id: 'id',
  lane: 'lane',
  path: '/x',
  toRequest: () => ({ headers: {}, body: '' }),
};
const delivered = (count: number) => vi.waitFor(() => expect(received).toHaveLength(count));

describe('a document event', () => {
  it('tells a function of the second generation what was created', async () => {
    register('region-onCreate', 'created', 'chats/{chat}/messages/{message}');
    registry.onCommit(commit(null, document('chats/a/messages/b', { n: 1n })));
    await delivered(1);
    const [event] = received;
    expect(event?.path).toBe('/functions/projects/demo/triggers/region-onCreate');
    expect(event?.headers).toMatchObject({
      'content-type': 'application/protobuf',
      'ce-type': 'google.cloud.firestore.document.v1.created',
      'ce-source': '//firestore.googleapis.com/projects/demo/databases/(default)',
      'ce-subject': 'documents/chats/a/messages/b',
      'ce-document': 'chats/a/messages/b',
      'ce-project': 'demo',
      'ce-database': '(default)',
      'ce-namespace': '(default)',
      'ce-time': '2026-09-21T14:13:20.000005Z',
    });
    expect(event?.headers['ce-authtype']).toBeUndefined();
    const data = decodeProtobuf(DOCUMENT_EVENT_DATA, Buffer.from(event?.body ?? '', 'base64'));
    expect(data.value?.name).toBe('projects/demo/databases/(default)/documents/chats/a/messages/b');
    expect(data.value?.fields).toStrictEqual(new Map([['n', 1n]]));
    expect(data.oldValue).toBeUndefined();
  });

  it('names the fields that an update changed, and who changed them', async () => {
    register('onUpdate', 'updated.withAuthContext', 'a/{id}');
    const map = (n: bigint) => new Map<string, Value>([['deep', n]]);
    registry.onCommit(
      commit(document('a/b', { same: 1n, map: map(1n) }), document('a/b', { same: 1n, map: map(2n) })),
    );
    await delivered(1);
    expect(received[0]?.headers).toMatchObject({ 'ce-authtype': 'unknown', 'ce-authid': 'alice' });
    const data = decodeProtobuf(DOCUMENT_EVENT_DATA, Buffer.from(received[0]?.body ?? '', 'base64'));
    expect(data.updateMask?.fieldPaths).toStrictEqual(['map.deep']);
  });

  it('goes only to the triggers whose event and path it is', async () => {
    register('created', 'created', 'a/{id}');
    register('deleted', 'deleted', 'a/{id}');
    register('written', 'written', 'a/{id}');
    register('elsewhere', 'written', 'b/{id}');
    registry.onCommit(commit(document('a/b', {}), null));
    await delivered(2);
    expect(received.map(({ path }) => path.split('/').at(-1)).sort()).toStrictEqual(['deleted', 'written']);
  });

  it('reaches a function of the first generation as JSON', async () => {
    registry.register(
      fromLegacyTrigger('demo', 'old', {
        eventTrigger: {
          eventType: 'providers/cloud.firestore/eventTypes/document.write',
          resource: 'projects/demo/databases/(default)/documents/a/{id}',
        },
      }),
    );
    registry.onCommit(commit(null, document('a/b', { n: 1n })));
    await delivered(1);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      context: {
        eventType: 'providers/cloud.firestore/eventTypes/document.write',
        resource: { name: 'projects/demo/databases/(default)/documents/a/b' },
      },
      data: { value: { fields: { n: { integerValue: '1' } } } },
    });
  });

  it('arrives in commit order for one document, however slow the function', async () => {
    register('onWrite', 'written', 'a/{id}');
    for (let n = 0n; n < 20n; n += 1n) registry.onCommit(commit(null, document('a/b', { n })));
    await delivered(20);
    const order = received.map(({ body }) =>
      decodeProtobuf(DOCUMENT_EVENT_DATA, Buffer.from(body, 'base64')).value?.fields?.get('n'),
    );
    expect(order).toStrictEqual(Array.from({ length: 20 }, (_, index) => BigInt(index)));
  });
});

describe('delivery', () => {
  it('has four events of one function under way, and holds up no other', async () => {
    const open: ServerResponse[] = [];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (request.url?.endsWith('/slow')) open.push(response);
      else {
        received.push({ path: request.url ?? '', headers: request.headers, body: '' });
        response.end();
      }
    });
    register('slow', 'written', 'a/{id}');
    register('quick', 'written', 'a/{id}');
    for (let n = 0; n < 10; n += 1) registry.onCommit(commit(null, document(`a/${n}`, {})));
    await delivered(10);
    await vi.waitFor(() => expect(open).toHaveLength(4));
    open.shift()?.end();
    await vi.waitFor(() => expect(open).toHaveLength(4));
    expect(delivery.pending).toBe(9);
  });

  it('tries again while nobody listens', async () => {
    const { port } = server.address() as AddressInfo;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await start(port);
    await delivered(1);
  });

  it('tries again when the functions restart under an event', async () => {
    const answers: [number, string][] = [
      [500, '{"errno":-104,"code":"ECONNRESET","syscall":"read"}'],
      [404, 'Function onWrite does not exist'],
    ];
    respond = () => answers.shift() ?? [200, 'ok'];
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await delivered(3);
    expect(new Set(received.map(({ headers }) => headers['ce-id'])).size).toBe(1);
  });

  it('tells when an event need not be brought any more, and not of what it leaves behind when it is closed', async () => {
    const { port } = server.address() as AddressInfo;
    const told: string[] = [];
    const watched = createDelivery({
      host: '127.0.0.1',
      port,
      log: (line) => logged.push(line),
      firstRetryMs: 1,
      onTaken: ({ id }) => told.push(`taken ${id}`),
      onDone: ({ id }) => told.push(`done ${id}`),
    });
    const open: ServerResponse[] = [];
    server.removeAllListeners('request');
    server.on('request', (_, response) => open.push(response));
    for (const id of ['a', 'b']) watched.enqueue({ ...emptyEvent, id });
    await vi.waitFor(() => expect(open).toHaveLength(1));
    expect(told).toStrictEqual(['taken a', 'taken b']);
    open[0]?.end();
    await vi.waitFor(() => expect(open).toHaveLength(2));
    watched.close();
    await vi.waitFor(() => expect(watched.pending).toBe(0));
    expect(told).toStrictEqual(['taken a', 'taken b', 'done a']);
  });

  it('is settled when nothing is under way, or when that takes too long', async () => {
    await delivery.settled(60_000);
    const open: ServerResponse[] = [];
    server.removeAllListeners('request');
    server.on('request', (_, response) => open.push(response));
    delivery.enqueue(emptyEvent);
    await vi.waitFor(() => expect(open).toHaveLength(1));
    await delivery.settled(20);
    expect(delivery.pending).toBe(1);
    const settled = delivery.settled(60_000);
    open[0]?.end();
    await settled;
    expect(delivery.pending).toBe(0);
  });

  it('brings what was recovered when its trigger is registered, in its order and before what is new', async () => {
    const path = '/functions/projects/demo/triggers/onWrite';
    const recovered = ['first', 'second'].map((body) => ({
      id: body,
      lane: 'demo/onWrite (default) a/b',
      path,
      toRequest: () => ({ headers: {}, body }),
    }));
    registry.recover(recovered);
    register('other', 'written', 'b/{id}');
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await delivered(3);
    expect(received.map((request) => request.path)).toStrictEqual([path, path, path]);
    expect(received.slice(0, 2).map(({ body }) => body)).toStrictEqual(['first', 'second']);
    expect(received[2]?.headers['ce-document']).toBe('a/b');
  });

  it('gives up an event under which the function ends its process at each try', async () => {
    respond = () => [500, '{"code":"ECONNRESET"}'];
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await vi.waitFor(() => expect(delivery.pending).toBe(0), { timeout: 4000 });
    expect(received).toHaveLength(10);
    expect(logged).toStrictEqual([
      'The function at /functions/projects/demo/triggers/onWrite ends its process at each try: the event is dropped.',
    ]);
  });

  it('tries again when what was loaded lacks the function', async () => {
    const answers: [number, string][] = [[500, 'Failed to find function onWrite in the loaded module']];
    respond = () => answers.shift() ?? [200, 'ok'];
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await delivered(2);
  });

  it('takes what a function throws for no sign that its process ended', async () => {
    respond = () => [500, 'request to http://x failed: socket hang up, {"code":"ECONNRESET"}'];
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await vi.waitFor(() => expect(delivery.pending).toBe(0));
    expect(received).toHaveLength(1);
  });

  it('does not call a function again that threw, and says what it threw', async () => {
    respond = () => [500, 'TypeError: x is not a function\n  at …'];
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await vi.waitFor(() => expect(delivery.pending).toBe(0));
    expect(received).toHaveLength(1);
    expect(logged).toStrictEqual([
      'The function at /functions/projects/demo/triggers/onWrite answered 500: TypeError: x is not a function',
    ]);
  });

  it('gives up an event whose function is gone for good', async () => {
    respond = () => [404, 'Function onWrite does not exist'];
    register('onWrite', 'written', 'a/{id}');
    registry.onCommit(commit(null, document('a/b', {})));
    await vi.waitFor(() => expect(delivery.pending).toBe(0), { timeout: 4000 });
    expect(logged).toStrictEqual([
      'No function takes /functions/projects/demo/triggers/onWrite: the event is dropped.',
    ]);
  });

  describe('that gets no answer', () => {
    let timeoutSeconds = 0;
    let impatient: Delivery;
    const unanswered: ServerResponse[] = [];
    beforeEach(() => {
      unanswered.length = 0;
      server.removeAllListeners('request');
      server.on('request', (request, response) => {
        if (request.url === '/backends') {
          response.end(JSON.stringify({ backends: [{ functionTriggers: [{ timeoutSeconds }, {}] }] }));
        } else unanswered.push(response);
      });
      const { port } = server.address() as AddressInfo;
      const log = (line: string) => logged.push(line);
      impatient = createDelivery({ host: '127.0.0.1', port, log, firstRetryMs: 1, patienceMs: 50 });
      impatient.enqueue(emptyEvent);
    });
    afterEach(() => impatient.close());

    it('brings the event again after the longest time that a function may take', async () => {
      timeoutSeconds = 30;
      await vi.waitFor(() => expect(unanswered).toHaveLength(2));
      expect(logged).toStrictEqual(['There is no answer from /x: its event is brought again.']);
      unanswered[1]?.end('ok');
      await vi.waitFor(() => expect(impatient.pending).toBe(0));
    });

    it('does not, as long as a function may still be at work', async () => {
      timeoutSeconds = 61;
      const began = performance.now();
      await vi.waitFor(() => expect(unanswered).toHaveLength(2), { timeout: 4000 });
      expect(performance.now() - began).toBeGreaterThan(1000);
    });
  });

  it('holds no more events than it may', async () => {
    const { port } = server.address() as AddressInfo;
    const small = createDelivery({
      host: '127.0.0.1',
      port,
      log: (line) => logged.push(line),
      maxPending: 2,
    });
    for (let index = 0; index < 5; index += 1) small.enqueue(emptyEvent);
    expect(small.pending).toBe(2);
    expect(logged).toStrictEqual(['Too many events wait for the functions (2): 1 dropped so far.']);
    small.close();
  });
});

describe('a path pattern', () => {
  it.each([
    ['a/{x}', 'a/b', true],
    ['a/{x}', 'a/b/c/d', false],
    ['a/{x=*}/c/{y}', 'a/b/c/d', true],
    ['a/{rest=**}', 'a/b/c/d', true],
    ['{all=**}', 'a/b', true],
    ['a/x-{id}', 'a/x-1', true],
    ['a/b.c', 'a/bxc', false],
    ['/a/*/', 'a/b', true],
  ])('%s against %s is %s', (pattern, path, verdict) => {
    expect(compilePathPattern(pattern, false)(path)).toBe(verdict);
  });

  it('that is exact has no wildcards', () => {
    expect(compilePathPattern('a/{x}', true)('a/b')).toBe(false);
    expect(compilePathPattern('a/{x}', true)('a/{x}')).toBe(true);
  });
});
