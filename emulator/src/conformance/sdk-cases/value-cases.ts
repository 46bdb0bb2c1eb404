import {
  Bytes,
  collection,
  type DocumentData,
  DocumentReference,
  doc,
  type Firestore,
  GeoPoint,
  getDoc,
  getDocFromServer,
  getDocs,
  onSnapshot,
  runTransaction,
  setDoc,
  Timestamp,
  updateDoc,
  VectorValue,
  vector,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same, throwsWith } from './sdk-case.ts';

/** A value of the SDK in a form that can be compared, its class included. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Timestamp) return { seconds: value.seconds, nanoseconds: value.nanoseconds };
  if (value instanceof GeoPoint) return { latitude: value.latitude, longitude: value.longitude };
  if (value instanceof Bytes) return { bytes: value.toBase64() };
  if (value instanceof VectorValue) return { vector: value.toArray().map(plain) };
  if (value instanceof DocumentReference) return { reference: value.path };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Rejects unless every way to write `data` and every way to read it gives `expected`. */
async function comesBack(db: Firestore, room: string, data: DocumentData, expected = data): Promise<void> {
  const all = collection(db, `${room}/values/all`);
  const target = doc(collection(db, `${room}/values/${doc(all).id}`));
  const ought = plain(expected);
  await setDoc(target, data);
  same(plain((await getDoc(target)).data()), ought);
  await updateDoc(target, data);
  same(plain((await getDoc(target)).data()), ought);
  same(plain((await getDocFromServer(target)).data()), ought);
  await runTransaction(db, async (transaction) => {
    same(plain((await transaction.get(target)).data()), ought);
  });
  same(plain((await getDocs(target.parent)).docs[0]?.data()), ought);
  const events = new Events<unknown>();
  const stop = onSnapshot(target.parent, ({ docs }) => events.push(plain(docs[0]?.data())), events.fail);
  same(await events.next(), ought);
  stop();
}

export const valueCases: readonly SdkCase[] = [
  {
    name: 'comes back as it was written: nothing, truth, text, lists and maps',
    run: async ({ keep, room }) => {
      await comesBack(keep(), room, {
        none: null,
        yes: true,
        no: false,
        text: '',
        wide: 'Ω 🚣 \u0000 end',
        list: [1, 'a', { deep: [{ er: true }] }, null],
        empty: [],
        map: { ' ': 2, 'a/b': 3, '🚣': 4 },
        bare: {},
      });
    },
  },
  {
    name: 'comes back as it was written: every kind of number',
    run: async ({ keep, room }) => {
      const db = keep();
      await comesBack(db, room, {
        one: 1,
        zero: 0,
        most: Number.MAX_SAFE_INTEGER,
        least: Number.MIN_SAFE_INTEGER,
        beyond: 2 ** 53,
        half: -0.5,
        tiny: Number.MIN_VALUE,
        huge: Number.MAX_VALUE,
        nan: Number.NaN,
        up: Number.POSITIVE_INFINITY,
        down: Number.NEGATIVE_INFINITY,
      });
    },
  },
  {
    name: 'comes back as it was written: times, to the microsecond, and dates as times',
    run: async ({ keep, room }) => {
      const db = keep();
      const date = new Date('2017-04-10T09:10:11.123Z');
      await comesBack(db, room, {
        now: Timestamp.fromMillis(Date.now()),
        fine: new Timestamp(100, 123_456_000),
        first: new Timestamp(-62_135_596_800, 0),
        last: new Timestamp(253_402_300_799, 999_999_000),
        before: new Timestamp(-1, 500_000_000),
        in: { list: [new Timestamp(0, 1_000)] },
      });
      await comesBack(db, room, { date }, { date: Timestamp.fromDate(date) });
    },
  },
  {
    name: 'comes back as it was written: positions, bytes, vectors and references',
    run: async ({ keep, room }) => {
      const db = keep();
      const other = doc(db, `${room}/far/away/${'ä'.repeat(100)}`);
      await comesBack(db, room, {
        here: new GeoPoint(1.23, 4.56),
        origin: new GeoPoint(0, 0),
        edge: new GeoPoint(-90, 180),
        bytes: Bytes.fromUint8Array(new Uint8Array([0, 1, 255])),
        noBytes: Bytes.fromUint8Array(new Uint8Array()),
        vector: vector([1, 2, 3]),
        odd: vector([0, Number.NaN, Number.POSITIVE_INFINITY, 0.1]),
        reference: other,
        references: [other, { again: other }],
      });
    },
  },
  {
    name: 'loses the sign of a zero, and what is finer than a microsecond',
    run: async ({ db, keep, room }) => {
      await setDoc(doc(db, room, 'a'), { zero: -0, at: new Timestamp(1, 999_999_999) });
      same(plain((await getDoc(doc(keep(), room, 'a'))).data()), {
        zero: '0',
        at: { seconds: 1, nanoseconds: 999_999_000 },
      });
    },
  },
  {
    name: 'lies under any id that is no longer than 1,500 bytes and not reserved',
    run: async ({ keep, room }) => {
      const all = collection(keep(), room);
      const ids = [
        'a'.repeat(1_500),
        'ä'.repeat(750),
        '🚣',
        'a b',
        '%2F',
        '...',
        '__',
        '__a',
        '(default)',
        '`',
        '__id7__',
      ];
      for (const id of ids) {
        await setDoc(doc(all, id), { id });
        same((await getDoc(doc(all, id))).get('id'), id);
      }
      same((await getDocs(all)).docs.map(({ id }) => id).sort(), [...ids].sort());
      for (const id of ['a'.repeat(1_501), 'ä'.repeat(751), '__a__']) {
        await failsWith('invalid-argument', setDoc(doc(all, id), {}));
      }
    },
  },
  {
    name: 'may not be a reference into another database, nor a list in a list',
    run: async ({ connect, keep, room }) => {
      const target = doc(keep(), room, 'a');
      await throwsWith('invalid-argument', () =>
        setDoc(target, { other: doc(connect({}, 'other'), room, 'a') }),
      );
      await throwsWith('invalid-argument', () => setDoc(target, { list: [1, [2]] }));
      await setDoc(target, { list: [1, { in: [2] }] });
      await updateDoc(target, { list: [1, { in: [3] }] });
      same((await getDoc(target)).data(), { list: [1, { in: [3] }] });
    },
  },
];
