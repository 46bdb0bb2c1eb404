import {
  addDoc,
  arrayRemove,
  arrayUnion,
  Bytes,
  collection,
  type DocumentReference,
  deleteDoc,
  deleteField,
  doc,
  FieldPath,
  type Firestore,
  getDoc,
  increment,
  maximum,
  minimum,
  type QueryDocumentSnapshot,
  runTransaction,
  type SetOptions,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore/lite';
import { failureOf, matches } from '../sdk-cases/failure.ts';
import { failsWith, same, throwsWith } from '../sdk-cases/sdk-case.ts';
import type { LiteCase } from './lite-case.ts';

/** What writes by itself, a batch and a transaction alike can do. */
interface Writer {
  set(target: DocumentReference, data: object, options?: SetOptions): unknown;
  update(target: DocumentReference, ...fields: readonly unknown[]): unknown;
  delete(target: DocumentReference): unknown;
}
type Update = (target: DocumentReference, ...fields: readonly unknown[]) => unknown;

/** Writes in each of the three ways; resolves when the server has it. */
const ways: Readonly<Record<string, (db: Firestore, write: (writer: Writer) => unknown) => Promise<void>>> = {
  alone: async (_db, write) => {
    await write({
      set: (target, data, options = {}) => setDoc(target, data, options),
      update: updateDoc as Update,
      delete: deleteDoc,
    });
  },
  'in a batch': async (db, write) => {
    const batch = writeBatch(db);
    write({
      set: (target, data, options = {}) => batch.set(target, data, options),
      update: batch.update.bind(batch) as Update,
      delete: (target) => batch.delete(target),
    });
    await batch.commit();
  },
  'in a transaction': async (db, write) => {
    await runTransaction(db, async (transaction) => {
      write({
        set: (target, data, options = {}) => transaction.set(target, data, options),
        update: transaction.update.bind(transaction) as Update,
        delete: (target) => transaction.delete(target),
      });
    });
  },
};

interface Post {
  readonly title: string;
  readonly by: string;
}
const posts = {
  toFirestore: (post: Partial<Post>) => ({ ...post }),
  fromFirestore: (snapshot: QueryDocumentSnapshot): Post => {
    const { title, by } = snapshot.data();
    return { title: `${title}!`, by };
  },
};

const writtenIn = Object.entries(ways).map(
  ([way, writeIn]): LiteCase => ({
    name: `sets, merges, updates and deletes ${way}`,
    run: async ({ db, room, connect }) => {
      const target = doc(db, room, 'd');
      const data = async () => (await getDoc(target)).data();
      const becomes = async (write: (writer: Writer) => unknown, expected: unknown) => {
        await writeIn(db, write);
        same(await data(), expected);
      };
      await becomes(({ delete: remove }) => remove(target), undefined);
      await failsWith(
        'not-found',
        writeIn(db, ({ update }) => update(target, { foo: 2 })),
      );
      await becomes(({ set }) => set(target, { val: 1 }), { val: 1 });
      await becomes(({ set }) => set(target, { foo: 1 }), { foo: 1 });
      await becomes(({ set }) => set(target, { bar: 2 }, { merge: true }), { foo: 1, bar: 2 });
      await becomes(
        ({ set }) =>
          set(
            target,
            { foo: 'ignored', bar: 3, baz: { in: 3, out: 4 } },
            { mergeFields: ['bar', new FieldPath('baz', 'in')] },
          ),
        { foo: 1, bar: 3, baz: { in: 3 } },
      );
      await becomes(({ update }) => update(target, { foo: 2, 'baz.in': 4 }), {
        foo: 2,
        bar: 3,
        baz: { in: 4 },
      });
      await becomes(({ update }) => update(target, 'foo', 3, new FieldPath('a.b'), 1), {
        foo: 3,
        bar: 3,
        baz: { in: 4 },
        'a.b': 1,
      });
      await becomes(({ delete: remove }) => remove(target), undefined);
      const lenient = doc(connect({ ignoreUndefinedProperties: true }), room, 'lenient');
      await writeIn(lenient.firestore, ({ set }) => set(lenient, { val: undefined }));
      same((await getDoc(lenient)).data(), {});
      await throwsWith('invalid-argument', () => writeIn(db, ({ set }) => set(target, { val: undefined })));
    },
  }),
);

export const liteWriteCases: readonly LiteCase[] = [
  ...writtenIn,
  {
    name: 'adds to, takes from and compares with what is there',
    run: async ({ db, room }) => {
      const target = await addDoc(collection(db, room), {
        list: ['a'],
        rest: ['a', 'b'],
        n: 1,
        low: 5,
        high: 5,
        gone: 1,
        at: null,
      });
      await updateDoc(target, {
        list: arrayUnion('a', 'b'),
        rest: arrayRemove('a'),
        n: increment(1.5),
        low: minimum(3),
        high: maximum(3),
        gone: deleteField(),
        at: serverTimestamp(),
      });
      const { at, ...rest } = (await getDoc(target)).data() ?? {};
      same(rest, { list: ['a', 'b'], rest: ['b'], n: 2.5, low: 3, high: 5 });
      same(at instanceof Timestamp, true);
    },
  },
  {
    name: 'takes transforms inside of what is merged',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { text: 'x', deep: { n: 1, list: [1], kept: true } });
      const deep = { n: increment(1), list: arrayUnion(2), at: serverTimestamp() };
      await setDoc(target, { text: deleteField(), deep }, { merge: true });
      const { deep: stored, ...rest } = (await getDoc(target)).data() ?? {};
      same([rest, stored.n, stored.list, stored.kept], [{}, 2, [1, 2], true]);
      same(stored.at instanceof Timestamp, true);
      await setDoc(target, { deep: deleteField() }, { merge: true });
      same((await getDoc(target)).data(), {});
    },
  },
  {
    name: 'reads single fields, and bytes as bytes',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { foo: { bar: 1 }, bytes: Bytes.fromBase64String('aa==') });
      const read = await getDoc(target);
      same([read.get('foo.bar'), read.get(new FieldPath('foo', 'bar')), read.get('none')], [1, 1, undefined]);
      same(read.get('bytes') instanceof Bytes && read.get('bytes').toBase64(), 'aQ==');
    },
  },
  {
    name: 'converts what is written and what is read',
    run: async ({ db, room }) => {
      const all = collection(db, room).withConverter(posts);
      const target = await addDoc(all, { title: 'walnut', by: 'A' });
      same((await getDoc(target)).data(), { title: 'walnut!', by: 'A' });
      await setDoc(target, { title: 'olive' }, { merge: true });
      same((await getDoc(target)).data(), { title: 'olive!', by: 'A' });
      await setDoc(target, { title: 'fig', by: 'ignored' }, { mergeFields: ['title'] });
      same((await getDoc(target)).data(), { title: 'fig!', by: 'A' });
      await runTransaction(db, async (transaction) => {
        const { title = '' } = (await transaction.get(target)).data() ?? {};
        transaction.set(target, { title, by: 'B' });
      });
      same((await getDoc(target.withConverter(null))).data(), { title: 'fig!', by: 'B' });
    },
  },
  {
    name: 'stores nothing of a batch of which one write is refused, and no batch twice',
    run: async ({ db, room }) => {
      const [a, b] = [doc(db, room, 'a'), doc(db, room, 'b')];
      const failing = writeBatch(db).set(a, {}).update(b, { n: 1 });
      const { code, message } = await failureOf(failing.commit());
      same([code, (await getDoc(a)).exists()], ['not-found', false]);
      matches(message, /no (document|entity) to update/i);
      await throwsWith('failed-precondition', () => failing.delete(a));
      await writeBatch(db).commit();
    },
  },
  {
    name: 'begins a transaction again when what it read has changed, appeared or gone',
    run: async ({ db, room }) => {
      const crossed = async (start: string) => {
        const target = doc(db, room, start);
        if (start !== 'missing') await setDoc(target, { n: 1 });
        if (start === 'deleted') await deleteDoc(target);
        let tries = 0;
        await runTransaction(db, async (transaction) => {
          tries += 1;
          const read = await transaction.get(target);
          if (tries === 1) await (start === 'goes' ? deleteDoc(target) : setDoc(target, { n: 10 }));
          transaction.set(target, { n: (read.get('n') ?? 100) + 1 });
        });
        same([start, tries, (await getDoc(target)).get('n')], [start, 2, start === 'goes' ? 101 : 11]);
      };
      await Promise.all(['there', 'missing', 'deleted', 'goes'].map(crossed));
    },
  },
  {
    name: 'writes in a transaction what was not there when it read, never or no more',
    run: async ({ db, room }) => {
      for (const start of ['missing', 'deleted']) {
        const target = doc(db, room, start);
        if (start === 'deleted') {
          await setDoc(target, { n: 1 });
          await deleteDoc(target);
        }
        let tries = 0;
        await runTransaction(db, async (transaction) => {
          tries += 1;
          same((await transaction.get(target)).exists(), false);
          transaction.set(target, { n: 2 }).update(target, 'n', increment(1));
        });
        same([start, tries, (await getDoc(target)).get('n')], [start, 1, 3]);
      }
    },
  },
];
