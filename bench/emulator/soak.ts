import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GrpcClient } from '../../emulator/src/conformance/grpc-client.ts';
import { WebChannelClient } from '../../emulator/src/conformance/webchannel-client.ts';
import type { Figure } from '../figures.ts';
import { p95 } from '../statistics.ts';
import { commit, database, listen, untilResponse } from './load.ts';

const rooms = 20;
/** Half of them by gRPC, half by WebChannel; each listens to one room. */
const clients = 200;
const documentsOfRoom = 50;
/** Between two writes of one writer. */
const paceMs = 50;
const settleMs = 10_000;

/** What each client hears: the numbers of its room's writes, in their order. */
interface Ear {
  readonly room: number;
  heard: number;
  outOfOrder: number;
  stop(): unknown;
}

/** Two hundred clients listen and twenty write for so long: no event may be lost, no memory kept. */
export async function soak(seconds = 120): Promise<readonly Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'soak-'));
  const server = fork(join(import.meta.dirname, 'soak-server.ts'), [join(directory, 'journal')], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  try {
    const { port } = await ask<{ port: number }>(server);
    const writer = new GrpcClient(`127.0.0.1:${port}`);
    const delays: number[] = [];
    const sentAt = Array.from({ length: rooms }, () => new Map<number, number>());
    const ears = await Promise.all(
      Array.from({ length: clients }, (_, index) => {
        const room = index % rooms;
        const hear = (ear: Ear, n: number) => {
          if (n !== ear.heard) ear.outOfOrder += 1;
          ear.heard = n + 1;
          const sent = sentAt[room]?.get(n);
          if (sent !== undefined) delays.push(performance.now() - sent);
        };
        return index < clients / 2 ? listenByGrpc(writer, room, hear) : listenByChannel(port, room, hear);
      }),
    );

    const written = Array.from({ length: rooms }, () => 0);
    const write = async (until: number) => {
      await Promise.all(
        written.map(async (_, room) => {
          while (performance.now() < until) {
            const n = written[room] ?? 0;
            sentAt[room]?.set(n, performance.now());
            await commit(writer, roomWrite(room, n));
            written[room] = n + 1;
            await new Promise((resolve) => setTimeout(resolve, paceMs));
          }
        }),
      );
    };
    // Caches, indexes and the history fill up first; what grows after that would grow for ever.
    await write(performance.now() + settleMs);
    const before = await memory(server);
    delays.length = 0;
    await write(performance.now() + seconds * 1000);

    const isDone = (ear: Ear) => ear.heard === written[ear.room];
    const deadline = performance.now() + 10_000;
    while (!ears.every(isDone) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const after = await memory(server);
    const lost = ears.reduce((sum, ear) => sum + (written[ear.room] ?? 0) - ear.heard + ear.outOfOrder, 0);
    await Promise.all(ears.map((ear) => ear.stop()));
    writer.close();
    const all = written.reduce((sum, n) => sum + n, 0);
    const figures: readonly Figure[] = [
      { what: 'writes', unit: 'writes', value: all, budget: null },
      { what: 'events lost or out of order', unit: 'times', value: lost, budget: 0 },
      { what: 'memory in use, grown by', unit: 'MB', value: after.used - before.used, budget: 50 },
      {
        what: 'resident memory, grown by',
        unit: 'MB',
        value: after.resident - before.resident,
        budget: null,
      },
      { what: 'from sending to hearing, 95 of 100', unit: 'ms', value: p95(delays), budget: null },
    ];
    return figures.map((figure) => ({ ...figure, what: `soak, ${seconds} s: ${figure.what}` }));
  } finally {
    server.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}

const roomWrite = (room: number, n: number) => ({
  update: {
    name: `${database}/documents/rooms/r${room}/messages/m${n % documentsOfRoom}`,
    fields: new Map<string, bigint | string>([
      ['n', BigInt(n)],
      ['text', `what writer ${room} says for the ${n}th time`],
    ]),
  },
});

type Hear = (ear: Ear, n: number) => void;

async function listenByGrpc(client: GrpcClient, room: number, hear: Hear): Promise<Ear> {
  const stream = await listen(client, { from: [{ collectionId: 'messages' }] }, `rooms/r${room}`);
  const ear: Ear = { room, heard: 0, outOfOrder: 0, stop: () => stream.cancel() };
  void untilResponse(stream, ({ documentChange }) => {
    const document = documentChange?.document;
    if (typeof document === 'object' && 'fields' in document) hear(ear, Number(document.fields?.get('n')));
    return false;
  }).catch(() => {
    // It was cancelled, or it ended: what it has not heard is counted as lost.
  });
  return ear;
}

interface ChannelMessage {
  readonly documentChange?: {
    readonly document: { readonly fields: { readonly n: { integerValue: string } } };
  };
}

async function listenByChannel(port: number, room: number, hear: Hear): Promise<Ear> {
  const channel = new WebChannelClient(port, 'Listen', 'Authorization: Bearer owner');
  const query = {
    parent: `${database}/documents/rooms/r${room}`,
    structuredQuery: { from: [{ collectionId: 'messages' }] },
  };
  await channel.handshake([{ database, addTarget: { targetId: 2, query } }]);
  await channel.open(0);
  await channel.read('resumeToken');
  let stopped = false;
  const stop = () => {
    stopped = true;
    return channel.terminate();
  };
  const ear: Ear = { room, heard: 0, outOfOrder: 0, stop };
  const follow = async () => {
    while (!stopped) {
      const next = await channel.readOne();
      // A back channel ends after a minute, and the client opens another.
      if (next === null) await channel.open(0);
      for (const message of (next?.[1] ?? []) as readonly ChannelMessage[]) {
        if (message.documentChange) hear(ear, Number(message.documentChange.document.fields.n.integerValue));
      }
    }
  };
  void follow().catch(() => {
    // As above.
  });
  return ear;
}

/** The next thing that the server says. */
function ask<T>(server: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve(message as T));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

function memory(server: ChildProcess): Promise<{ used: number; resident: number }> {
  const answer = ask<{ used: number; resident: number }>(server);
  server.send('memory');
  return answer;
}
