import {
  collection,
  doc,
  getDocs,
  memoryLocalCache,
  memoryLruGarbageCollector,
  onSnapshot,
  setLogLevel,
  writeBatch,
} from 'firebase/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Running, startRunning } from './running.ts';
import { Events } from './sdk-cases/events.ts';
import { openClient } from './sdk-cases/open-world.ts';

const room = 'room';

/** A new server with these documents and nothing else, on the port of one that has ended. */
async function startWith(ids: readonly string[], port = 0): Promise<Running> {
  const running = await startRunning({ port });
  const { db, close } = openClient(running.port);
  const batch = writeBatch(db);
  for (const id of ids) batch.set(doc(db, room, id), {});
  await batch.commit();
  await close();
  return running;
}

describe('a Firebase client whose server has forgotten it', () => {
  // The lost connection is expected here; the SDK would warn of it.
  beforeAll(() => setLogLevel('silent'));

  it('asks anew, and keeps nothing that is no longer there', async () => {
    const first = await startWith(['a', 'b', 'c', 'd']);
    const garbageCollector = memoryLruGarbageCollector();
    const { db, close } = openClient(first.port, { localCache: memoryLocalCache({ garbageCollector }) });
    const events = new Events<{ readonly ids: string; readonly cached: boolean }>();
    onSnapshot(
      collection(db, room),
      { includeMetadataChanges: true },
      ({ docs, metadata }) =>
        events.push({ ids: docs.map(({ id }) => id).join(), cached: metadata.fromCache }),
      events.fail,
    );
    expect((await events.until(({ cached }) => !cached)).ids).toBe('a,b,c,d');

    await first.close();
    expect(await events.next()).toStrictEqual({ ids: 'a,b,c,d', cached: true });
    const second = await startWith(['b', 'e'], first.port);
    // It may find the new server before that has its documents.
    await events.until(({ ids, cached }) => ids === 'b,e' && !cached);
    expect((await getDocs(collection(db, room))).size).toBe(2);
    await close();
    await second.close();
  }, 30_000);
});
