/** The recordings made with the SDKs themselves: values and their order (Admin), decisions of rules (Web). */
import { deleteApp as deleteWebApp, initializeApp as initializeWebApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  getDoc,
  getDocs,
  getFirestore as getWebFirestore,
  setDoc,
  setLogLevel,
  terminate,
} from 'firebase/firestore';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { FieldValue, type Firestore, GeoPoint, getFirestore, Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { type Running, startRunning } from './running.ts';

interface Recording {
  readonly steps: readonly { readonly id: string; readonly value?: unknown; readonly message?: string }[];
}

const step = (recording: Recording, id: string) => {
  const found = recording.steps.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No step ${id} was recorded.`);
  return found;
};

// The recording names the lines on which its rules stood: the owner's on 17, the closed one on 20.
const RULES = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {











    match /public/{id} { allow read: if true; }
    match /owned/{uid} {
      allow read, write: if request.auth != null && request.auth.uid == uid;
    }
    match /closed/{id} {
      allow read, write: if false;
    }
  }
}`;

// A refused write is what is tested here; the SDK would print each.
setLogLevel('silent');

let running: Running;
let db: Firestore;
const app = initializeApp({ projectId: 'demo-recorded' }, 'recorded');
beforeAll(async () => {
  running = await startRunning({ rules: RULES });
  db = getFirestore(app);
  db.settings({ host: running.address, ssl: false });
});
afterAll(async () => {
  await db.terminate();
  await deleteApp(app);
  await running.close();
});

describe('values and their order, as recorded with the Admin SDK', () => {
  const recording = fixture<Recording>('values-and-ordering.json');
  const values = () => db.collection('conf_values');

  it('reads back every type of value', async () => {
    const target = values().doc('all-types');
    await target.set({
      aBytes: Buffer.from([0, 1, 2, 255]),
      aDouble: 1.5,
      aFalse: false,
      aGeoPoint: new GeoPoint(35.68, 139.76),
      aMap: { nested: { deeper: [true] } },
      aNaN: Number.NaN,
      aNull: null,
      aReference: target,
      aString: 'hello é 日本語',
      aTimestamp: Timestamp.fromMillis(1_790_000_000_000),
      aTrue: true,
      anArray: [1, 'two', null, { three: 3 }],
      anInteger: -42,
    });
    const snapshot = await target.get();
    const recorded = step(recording, 'read-back-every-value-type').value as {
      exists: boolean;
      data: Record<string, unknown>;
    };
    const read = Object.fromEntries(
      Object.entries(snapshot.data() ?? {}).map(([key, value]) => [key, asRecorded(value)]),
    );
    expect({ exists: snapshot.exists, data: read }).toStrictEqual(recorded);
  });

  it('orders values of different types', async () => {
    const order = db.collection('conf_values_order');
    const samples: Record<string, unknown> = {
      'l-map': { a: 1 },
      'k-array': [1],
      'j-geopoint': new GeoPoint(1, 1),
      'i-reference': values().doc('all-types'),
      'h-bytes': Buffer.from([1]),
      'g-string': 'a',
      'f-timestamp': Timestamp.fromMillis(0),
      'e-number': 1,
      'd-nan': Number.NaN,
      'c-true': true,
      'b-false': false,
      'a-null': null,
    };
    for (const [id, v] of Object.entries(samples)) await order.doc(id).set({ v });
    const found = await order.orderBy('v').get();
    expect(found.docs.map((each) => each.id)).toStrictEqual(step(recording, 'type-ordering').value);
  });

  it('applies transforms on the server', async () => {
    const target = values().doc('transforms');
    await target.set({ n: 2, tags: ['a'] });
    await target.update({
      n: FieldValue.increment(3),
      tags: FieldValue.arrayUnion('b'),
      at: FieldValue.serverTimestamp(),
    });
    await target.update({ tags: FieldValue.arrayRemove('a') });
    const read = (await target.get()).data() ?? {};
    expect({ ...read, at: asRecorded(read.at) }).toStrictEqual(step(recording, 'server-transforms').value);
  });

  it('orders, limits and counts', async () => {
    const found = await values().orderBy('__name__').limit(5).get();
    const count = await values().count().get();
    expect({ count: count.data().count, ids: found.docs.map((each) => each.id) }).toStrictEqual(
      step(recording, 'query-order-limit-and-count').value,
    );
  });

  it('lists collections in order', async () => {
    const collections = await db.listCollections();
    expect(collections.map((each) => each.id)).toStrictEqual(
      step(recording, 'list-collections-sorted').value,
    );
  });

  it('makes ids of twenty characters', async () => {
    const { id } = await values().add({});
    expect(id).toHaveLength((step(recording, 'auto-id-shape').value as { length: number }).length);
  });
});

function asRecorded(value: unknown): unknown {
  if (value instanceof Timestamp) return '<timestamp>';
  if (value instanceof GeoPoint) return { geoPoint: [value.latitude, value.longitude] };
  if (Buffer.isBuffer(value)) return { bytesLength: value.length };
  if (typeof value === 'number' && Number.isNaN(value)) return 'NaN';
  if (typeof value === 'object' && value !== null && 'path' in value) return { ref: value.path };
  return value;
}

describe('decisions of rules, as recorded with the web SDK', () => {
  const recording = fixture<Recording>('rules-decisions.json');

  /** A client of its own, signed in as `uid` if there is one. */
  function openClient(uid: string | null) {
    const web = initializeWebApp({ projectId: 'demo-recorded', apiKey: 'x' }, `web-${uid}`);
    const firestore = getWebFirestore(web);
    const [host = '', port = ''] = running.address.split(':');
    connectFirestoreEmulator(
      firestore,
      host,
      Number(port),
      uid === null ? {} : { mockUserToken: { user_id: uid } },
    );
    const close = async () => {
      await terminate(firestore);
      await deleteWebApp(web);
    };
    return { firestore, close };
  }

  const refusal = (id: string) => ({ code: 'permission-denied', message: step(recording, id).message });

  it('keeps a stranger out of what is closed, out of what is owned, and lets them read what is public', async () => {
    const { firestore, close } = openClient(null);
    await expect(getDoc(doc(firestore, 'closed/x'))).rejects.toMatchObject(
      refusal('anonymous-read-of-a-closed-document'),
    );
    const found = await getDocs(collection(firestore, 'public'));
    expect({ size: found.size }).toStrictEqual(
      step(recording, 'anonymous-read-of-a-public-collection').value,
    );
    await expect(setDoc(doc(firestore, 'owned/alice'), { v: 1 })).rejects.toMatchObject(
      refusal('anonymous-write-to-an-owner-document'),
    );
    await expect(getDoc(doc(firestore, 'owned/alice'))).rejects.toMatchObject(
      refusal('after-sign-out-the-document-is-protected-again'),
    );
    await close();
  });

  it('lets the owner write their own document and nobody else’s', async () => {
    const { firestore, close } = openClient('alice');
    await setDoc(doc(firestore, 'owned/alice'), { v: 1 });
    const read = await getDoc(doc(firestore, 'owned/alice'));
    expect(read.data()).toStrictEqual(step(recording, 'owner-writes-own-document').value);
    await expect(setDoc(doc(firestore, 'owned/bob'), { v: 1 })).rejects.toMatchObject(
      refusal('owner-cannot-write-another-document'),
    );
    await close();
  });
});
