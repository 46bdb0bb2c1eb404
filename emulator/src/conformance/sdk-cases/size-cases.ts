import {
  collection,
  doc,
  documentId,
  getDocFromCache,
  getDocFromServer,
  getDocsFromServer,
  orderBy,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  Timestamp,
  where,
  writeBatch,
} from 'firebase/firestore';
import { failsWith, type SdkCase, same } from './sdk-case.ts';
import { WatchedDocument } from './watched-document.ts';

/** A document may have 1,048,576 bytes, names included. */
const half = 'é'.repeat(262_000);
const nearly = { first: half, second: half.slice(0, 261_900) };
const sizeOf = (data: Record<string, unknown> = {}) =>
  Object.values(data).map((value) => (typeof value === 'string' ? value.length : 0));

export const sizeCases: readonly SdkCase[] = [
  {
    name: 'is stored, listened to, kept and changed while it is under 1 MiB',
    run: async ({ room, keep }) => {
      const db = keep();
      const target = doc(db, room, 'd');
      const watched = await WatchedDocument.open(target);
      await setDoc(target, nearly);
      same(sizeOf((await watched.pending()).data()), [262_000, 261_900]);
      same(sizeOf((await watched.settled()).data()), [262_000, 261_900]);
      await runTransaction(db, async (transaction) => {
        same(sizeOf((await transaction.get(target)).data()), [262_000, 261_900]);
        transaction.update(target, { at: serverTimestamp() });
      });
      const changed = await watched.settled();
      same([sizeOf(changed.data()), changed.get('at') instanceof Timestamp], [[262_000, 261_900, 0], true]);
      watched.stop();
      same((await getDocFromServer(target)).get('second') === nearly.second, true);
      same((await getDocFromCache(target)).get('second') === nearly.second, true);
    },
  },
  {
    name: 'is refused when it is over 1 MiB, and taken back where it was shown',
    run: async ({ room, connect }) => {
      const db = connect();
      const target = doc(db, room, 'd');
      const watched = await WatchedDocument.open(target);
      const tooLarge = { first: half, second: half, third: half };
      const refused = failsWith('invalid-argument', setDoc(target, tooLarge));
      same((await watched.pending()).exists(), true);
      await refused;
      same((await watched.settled()).exists(), false);
      watched.stop();
      await failsWith('invalid-argument', setDoc(target, { text: 'a'.repeat(1_048_577) }));
      await failsWith('invalid-argument', setDoc(target, { text: 'a'.repeat(16 * 1024 * 1024 + 102_400) }));
      await failsWith(
        'invalid-argument',
        runTransaction(db, async (transaction) => void transaction.set(target, tooLarge)),
      );
      same((await getDocFromServer(target)).exists(), false);
    },
  },
  {
    name: 'may come with others to many MiB, written and read at once',
    run: async ({ db, room }) => {
      const batch = writeBatch(db);
      const text = 'x'.repeat(900_000);
      for (let n = 0; n < 9; n += 1) batch.set(doc(db, room, `${n}`), { n, text });
      await batch.commit();
      const all = collection(db, room);
      const found = await getDocsFromServer(query(all, orderBy('n', 'desc')));
      same(
        found.docs.map((each) => [each.id, each.get('text').length]),
        Array.from({ length: 9 }, (_, n) => [`${8 - n}`, 900_000]),
      );
      const some = await getDocsFromServer(query(all, where(documentId(), 'in', ['1', '7'])));
      same(
        some.docs.map((each) => each.id),
        ['1', '7'],
      );
    },
  },
];
