import {
  addDoc,
  collection,
  deleteDoc,
  deleteField,
  doc,
  FieldPath,
  getDoc,
  getDocFromCache,
  getDocFromServer,
  getDocs,
  onSnapshot,
  orderBy,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  startAt,
  Timestamp,
  updateDoc,
  vector,
  where,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same, throwsWith } from './sdk-case.ts';

const person = () => ({ note: 'first', home: { street: 'Elm', town: 'Ulm' } });

export const documentCases: readonly SdkCase[] = [
  {
    name: 'is missing until it is written, changes by parts, and is missing again when it is deleted',
    run: async ({ keep, room }) => {
      const target = doc(collection(keep(), room));
      same(target.id.length, 20);
      const missing = await getDoc(target);
      same(
        [missing.exists(), missing.data() === undefined, missing.get('note') === undefined],
        [false, true, true],
      );
      await setDoc(target, person());
      same((await getDoc(target)).data(), person());
      await updateDoc(target, { note: 'second', 'home.town': 'Bonn' });
      same((await getDoc(target)).data(), { note: 'second', home: { street: 'Elm', town: 'Bonn' } });
      await deleteDoc(target);
      same((await getDoc(target)).exists(), false);
      const added = await addDoc(target.parent, { n: 1 });
      same((await getDoc(added)).data(), { n: 1 });
    },
  },
  {
    name: 'is changed by a client that has never read it, and whose cache does not know it afterwards',
    run: async ({ db, keep, room }) => {
      const [ours, theirs] = [doc(keep(), room, 'a'), doc(db, room, 'a')];
      await setDoc(theirs, { a: 1 });
      await updateDoc(ours, { b: 2 });
      await failsWith('unavailable', getDocFromCache(ours));
      same((await getDoc(theirs)).data(), { a: 1, b: 2 });
      same((await getDoc(ours)).data(), { a: 1, b: 2 });
    },
  },
  {
    name: 'merges map into map under a name that holds a dot, and takes lists whole',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      await setDoc(target, {
        kept: true,
        'home.base': { street: 'Elm', town: 'Ulm' },
        list: [1, 1],
        deep: [{ a: 1 }],
      });
      await setDoc(target, { 'home.base': { town: 'Bonn' }, list: [2], deep: [{ b: 2 }] }, { merge: true });
      same((await getDoc(target)).data(), {
        kept: true,
        'home.base': { street: 'Elm', town: 'Bonn' },
        list: [2],
        deep: [{ b: 2 }],
      });
    },
  },
  {
    name: 'takes an empty map for a value, and tells of each once',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const events = new Events<unknown>();
      const stop = onSnapshot(target, (snapshot) => events.push(snapshot.data() ?? null), events.fail);
      same(await events.next(), null);
      await setDoc(target, {});
      same(await events.next(), {});
      await setDoc(target, { a: {} }, { mergeFields: ['a'] });
      same(await events.next(), { a: {} });
      await setDoc(target, { b: {} }, { merge: true });
      same(await events.next(), { a: {}, b: {} });
      same((await getDocFromServer(target)).data(), { a: {}, b: {} });
      same(events.waiting, 0);
      stop();
      for (const empty of [
        () => updateDoc(target, 'a', {}),
        () => setDoc(target, { a: {} }, { merge: true }),
      ]) {
        await setDoc(target, { a: 'full' });
        await empty();
        same((await getDoc(target)).data(), { a: {} });
      }
    },
  },
  {
    name: 'loses the fields that an update, a merge or a mask deletes, and no other',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      await setDoc(target, person());
      await updateDoc(target, { 'home.town': deleteField() });
      same((await getDoc(target)).data(), { note: 'first', home: { street: 'Elm' } });
      await setDoc(target, { note: deleteField(), home: { street: deleteField() } }, { merge: true });
      same((await getDoc(target)).data(), { home: {} });
      await setDoc(target, { kept: 1, gone: 1, whole: { a: 1, b: 1 }, part: { a: 1, b: 1 } });
      await setDoc(
        target,
        { gone: deleteField(), whole: { a: deleteField() }, part: { a: deleteField(), b: deleteField() } },
        { mergeFields: ['gone', 'whole', 'part.a'] },
      );
      same((await getDoc(target)).data(), { kept: 1, whole: {}, part: { b: 1 } });
    },
  },
  {
    name: 'gets the time of the server wherever a merge or a mask says so',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const times = { at: serverTimestamp(), in: { at: serverTimestamp() }, part: { at: serverTimestamp() } };
      for (const how of [{ merge: true }, { mergeFields: ['at', 'in', 'part.at'] }]) {
        await setDoc(target, { kept: 1, part: { kept: 2 } });
        await setDoc(target, times, how);
        const read = await getDoc(target);
        same([read.get('kept'), read.get('part.kept')], [1, 2]);
        const at: unknown = read.get('at');
        same([at instanceof Timestamp, read.get('in.at'), read.get('part.at')], [true, at, at]);
      }
    },
  },
  {
    name: 'takes from what is set only what the mask names',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const outcome = async (...[data, mergeFields]: [Parameters<typeof setDoc>[1], string[]]) => {
        await setDoc(target, person());
        await setDoc(target, data, { mergeFields });
        return (await getDoc(target)).data();
      };
      const moved = { note: 'first', home: 'nowhere' };
      same(await outcome({ note: 'second', home: 'nowhere' }, ['home']), moved);
      same(await outcome({ note: deleteField(), home: 'nowhere' }, ['home']), moved);
      same(await outcome({ note: serverTimestamp(), home: 'nowhere' }, ['home']), moved);
      same(await outcome({ note: 'second', home: 'nowhere' }, []), person());
      same(await outcome({ note: 'second', home: { town: 'Bonn' } }, ['home.town', 'home', 'home']), {
        note: 'first',
        home: { town: 'Bonn' },
      });
      await throwsWith('invalid-argument', () =>
        setDoc(target, { note: 1 }, { mergeFields: ['note', 'home'] }),
      );
    },
  },
  {
    name: 'says that there is nothing to update, and stays missing',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const { code, message } = await updateDoc(target, { a: 1 }).then(
        () => ({ code: 'success', message: '' }),
        (error: { code: string; message: string }) => error,
      );
      same([code, /no (document|entity) to update/i.test(message)], ['not-found', true]);
      same((await getDoc(target)).exists(), false);
    },
  },
  {
    name: 'takes several paths in one update, and of one path the last',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      await setDoc(target, { home: { town: 'Ulm' }, 'is.new': true });
      await updateDoc(
        target,
        'home.town',
        'Bonn',
        new FieldPath('is.new'),
        false,
        'n',
        1,
        new FieldPath('n'),
        2,
      );
      same((await getDoc(target)).data(), { home: { town: 'Bonn' }, 'is.new': false, n: 2 });
    },
  },
  {
    name: 'gives its fields by path, inside of maps and under odd names',
    run: async ({ keep, room }) => {
      const all = collection(keep(), room);
      const nested = (n: number) => ({ name: `r${n}`, more: { n, deep: { er: `d${n}` } } });
      const odd = (n: number) => ({
        field: `f${n}`,
        'field.dot': n,
        'field\\slash': n,
        '`tick': n,
        'ä b': n,
      });
      await Promise.all([300, 100, 200].map((n) => setDoc(doc(all, `n${n}`), nested(n))));
      await Promise.all([300, 100, 200].map((n) => setDoc(doc(all, `o${n}`), odd(n))));
      const inner = await getDoc(doc(all, 'n100'));
      same(inner.data(), nested(100));
      same([inner.get('more.deep.er'), inner.get(new FieldPath('more', 'deep', 'er'))], ['d100', 'd100']);
      same([inner.get('more.none'), inner.get('none.none')], [undefined, undefined]);
      const outer = await getDoc(doc(all, 'o100'));
      same(outer.data(), odd(100));
      same([outer.get(new FieldPath('field.dot')), outer.get('field\\slash')], [100, 100]);

      const ids = async (...of: Parameters<typeof query> extends [unknown, ...infer Rest] ? Rest : never) =>
        (await getDocs(query(all, ...of))).docs.map(({ id }) => id);
      for (const path of ['more.n', new FieldPath('more', 'n')]) {
        same(await ids(where(path, '>=', 200)), ['n200', 'n300']);
        same(await ids(orderBy(path)), ['n100', 'n200', 'n300']);
      }
      for (const path of [
        new FieldPath('field.dot'),
        'field\\slash',
        new FieldPath('`tick'),
        new FieldPath('ä b'),
      ]) {
        same(await ids(where(path, '>=', 200)), ['o200', 'o300']);
        same(await ids(orderBy(path)), ['o100', 'o200', 'o300']);
      }
      same(await ids(where('field', '>=', 'f200'), where(new FieldPath('field.dot'), '!=', 300)), ['o200']);

      await updateDoc(doc(all, 'n100'), { 'more.deep.er': 1, 'more.added': 2 });
      await updateDoc(doc(all, 'n100'), new FieldPath('more', 'deep', 'too'), 3);
      same((await getDoc(doc(all, 'n100'))).get('more'), { n: 100, deep: { er: 1, too: 3 }, added: 2 });
      await updateDoc(
        doc(all, 'o100'),
        new FieldPath('field.dot'),
        1,
        'field\\slash',
        2,
        new FieldPath('`tick'),
        3,
      );
      same((await getDoc(doc(all, 'o100'))).data(), {
        field: 'f100',
        'field.dot': 1,
        'field\\slash': 2,
        '`tick': 3,
        'ä b': 100,
      });
    },
  },
  {
    name: 'tells once of every change of the vectors that it holds',
    run: async ({ keep, room }) => {
      const all = collection(keep(), room);
      const events = new Events<unknown>();
      const vectors = (data: Record<string, unknown>) =>
        Object.entries(data)
          .filter(([key]) => key.startsWith('v'))
          .map(([key, value]) => [key, (value as ReturnType<typeof vector>).toArray()]);
      const stop = onSnapshot(
        query(all, where('kind', '==', 'vectors')),
        ({ docs }) => events.push(docs.map((each) => Object.fromEntries(vectors(each.data())))),
        events.fail,
      );
      same(await events.next(), []);
      const target = doc(all);
      await setDoc(target, { kind: 'vectors', v0: vector([0]), v1: vector([1, 2, 3.99]) });
      same(await events.next(), [{ v0: [0], v1: [1, 2, 3.99] }]);
      await setDoc(target, { kind: 'vectors', v2: vector([0, 0, 0]) });
      same(await events.next(), [{ v2: [0, 0, 0] }]);
      await updateDoc(target, { v3: vector([-1, -200, -999]) });
      same(await events.next(), [{ v2: [0, 0, 0], v3: [-1, -200, -999] }]);
      await deleteDoc(target);
      same(await events.next(), []);
      same(events.waiting, 0);
      stop();
    },
  },
  {
    name: 'leaves out what is undefined, where the client is told to',
    run: async ({ connect, room }) => {
      const all = collection(connect({ ignoreUndefinedProperties: true }), room);
      const target = doc(all, 'a');
      await setDoc(target, { a: 1, b: undefined });
      same((await getDoc(target)).data(), { a: 1 });
      await setDoc(target, { a: undefined, c: 2 }, { merge: true });
      same((await getDoc(target)).data(), { a: 1, c: 2 });
      await updateDoc(target, { in: { x: 1, y: undefined } });
      await updateDoc(target, 'by', { x: 2, y: undefined });
      same((await getDoc(target)).data(), { a: 1, c: 2, in: { x: 1 }, by: { x: 2 } });
      same((await getDocs(query(all, where('in', '==', { x: 1, y: undefined })))).size, 1);
      same((await getDocs(query(all, orderBy('in'), startAt({ x: 1, y: undefined })))).size, 1);
    },
  },
  {
    name: 'goes through a converter when it is written, whole or in part, and when it is read',
    run: async ({ keep, room }) => {
      const db = keep();
      class Post {
        constructor(
          readonly title: string,
          readonly author: string,
        ) {}
      }
      const all = collection(db, room).withConverter<Post, Record<string, string>>({
        toFirestore: (post) => {
          const { title, author } = post as Partial<Post>;
          return { ...(title ? { title } : {}), ...(author ? { author } : {}) };
        },
        fromFirestore: (snapshot, given) => {
          const { title, author } = snapshot.data(given);
          return new Post(String(title), String(author));
        },
      });
      const target = await addDoc(all, new Post('walnut', 'ann'));
      same((await getDoc(target)).data(), new Post('walnut', 'ann'));
      same((await getDocs(query(all, where('title', '==', 'walnut')))).docs[0]?.data() instanceof Post, true);

      const part = { title: 'olive' };
      const other = { title: 'olive', author: 'bob' };
      const mask = { mergeFields: ['title'] };
      for (const write of [
        () => setDoc(target, part, { merge: true }),
        () => setDoc(target, other, mask),
        () => writeBatch(db).set(target, part, { merge: true }).commit(),
        () => writeBatch(db).set(target, other, mask).commit(),
        () => runTransaction(db, async (transaction) => void transaction.set(target, part, { merge: true })),
        () => runTransaction(db, async (transaction) => void transaction.set(target, other, mask)),
      ]) {
        await setDoc(target, new Post('walnut', 'ann'));
        await write();
        same((await getDoc(target)).data(), new Post('olive', 'ann'));
      }
    },
  },
];
