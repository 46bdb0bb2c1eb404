import { GrpcClient } from '../../emulator/src/conformance/grpc-client.ts';
import { WebChannelClient } from '../../emulator/src/conformance/webchannel-client.ts';
import type { Figure } from '../figures.ts';
import { median } from '../statistics.ts';
import { startOurs } from './firestore-process.ts';
import { commit, database, fill, listen, messageWrite, newestOf, untilResponse } from './load.ts';

const listeners = 200;
const rounds = 20;

/** One who listens: resolves when the next change has arrived. */
type Next = () => Promise<void>;

/** From sending a write to its arrival at the last of 200 listeners of one query. (The answer comes after that.) */
export async function measureListeners(root: string): Promise<readonly Figure[]> {
  const server = await startOurs(root);
  const writer = new GrpcClient(server.address);
  await fill(writer, 1000);
  const watched = newestOf(1, 50);

  const streams = await Promise.all(Array.from({ length: listeners }, () => listen(writer, watched)));
  const byGrpc = streams.map(
    (stream): Next =>
      () =>
        untilResponse(stream, ({ documentChange }) => documentChange !== undefined),
  );
  const grpc = await lastNotified(writer, byGrpc, 10_000);
  for (const stream of streams) stream.cancel();

  const structuredQuery = {
    from: [{ collectionId: 'messages' }],
    where: { fieldFilter: { field: { fieldPath: 'author' }, op: 'EQUAL', value: { stringValue: 'user1' } } },
    orderBy: [{ field: { fieldPath: 'sentAt' }, direction: 'DESCENDING' }],
    limit: 50,
  };
  const channels = await Promise.all(
    Array.from({ length: listeners }, async () => {
      const channel = new WebChannelClient(server.port, 'Listen', 'Authorization: Bearer owner');
      const query = { parent: `${database}/documents`, structuredQuery };
      await channel.handshake([{ database, addTarget: { targetId: 2, query } }]);
      await channel.open(0);
      await channel.read('resumeToken');
      return channel;
    }),
  );
  const byChannel = channels.map(
    (channel): Next =>
      async () => {
        const { ended } = await channel.read('documentChange');
        if (ended) throw new Error('The back channel ended.');
      },
  );
  const webChannel = await lastNotified(writer, byChannel, 20_000);
  await Promise.all(channels.map((channel) => channel.terminate()));
  writer.close();
  await server.stop();
  return [
    {
      what: `the last of ${listeners} listeners by gRPC, after the write`,
      unit: 'ms',
      value: grpc,
      budget: 50,
    },
    {
      what: `the last of ${listeners} listeners by WebChannel, after the write`,
      unit: 'ms',
      value: webChannel,
      budget: 50,
    },
  ];
}

async function lastNotified(writer: GrpcClient, listening: readonly Next[], from: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let lastAt = 0;
    const notified = Promise.all(
      listening.map(async (next) => {
        await next();
        lastAt = performance.now();
      }),
    );
    // The hundredth of each hundred is user1's, and newer than everything before.
    const began = performance.now();
    await commit(writer, messageWrite(from + round * 100 + 1));
    await notified;
    times.push(lastAt - began);
  }
  return median(times);
}
