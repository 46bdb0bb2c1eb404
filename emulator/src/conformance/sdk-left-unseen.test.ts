import {
  collection,
  deleteDoc,
  doc,
  getDocs,
  onSnapshot,
  query,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
} from 'firebase/firestore';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, OWNER, type Running, startRunning } from './running.ts';
import { Events } from './sdk-cases/events.ts';
import { openClient, type SdkClient } from './sdk-cases/open-world.ts';

/** Who lists what is open may not get what is closed; anybody may write. */
const RULES = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /rooms/{id} {
      allow read: if resource.data.open == true;
      allow write: if true;
    }
  }
}`;

let running: Running;
let reader: SdkClient;
let writer: SdkClient;
beforeEach(async () => {
  // A document that is looked for in vain is refused; the SDK would warn of it.
  setLogLevel('silent');
  running = await startRunning({ rules: RULES });
  reader = openClient(running.port);
  writer = openClient(running.port);
  for (const id of ['a', 'b', 'c']) await setDoc(doc(writer.db, 'rooms', id), { open: true });
});
afterEach(async () => {
  await reader.close();
  await writer.close();
  await running.close();
});

const open = () => query(collection(reader.db, 'rooms'), where('open', '==', true));

describe('a document that leaves a query, for somebody who may not get it any more,', () => {
  it('is looked for by the SDK, and gone when that is refused; one that is deleted is gone at once', async () => {
    const events = new Events<readonly [string, boolean]>();
    const stop = onSnapshot(
      open(),
      { includeMetadataChanges: true },
      ({ docs, metadata }) => events.push([docs.map(({ id }) => id).join(), metadata.fromCache]),
      events.fail,
    );
    expect(await events.next()).toStrictEqual(['a,b,c', false]);
    await updateDoc(doc(writer.db, 'rooms/a'), { open: false });
    expect(await events.next()).toStrictEqual(['a,b,c', true]);
    expect(await events.next()).toStrictEqual(['b,c', false]);
    await deleteDoc(doc(writer.db, 'rooms/b'));
    expect(await events.next()).toStrictEqual(['c', false]);
    stop();
    expect(events.waiting).toBe(0);
  });

  it('is not there when the query is asked for anew', async () => {
    expect((await getDocs(open())).size).toBe(3);
    await updateDoc(doc(writer.db, 'rooms/a'), { open: false });
    expect((await getDocs(open())).docs.map(({ id }) => id)).toStrictEqual(['b', 'c']);
    const { status } = await ask(running.url, {
      method: 'GET',
      path: '/v1/projects/demo-sdk-cases/databases/(default)/documents/rooms/a',
      headers: OWNER,
    });
    expect(status).toBe(200);
  });
});
