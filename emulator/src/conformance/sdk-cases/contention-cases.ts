import { deleteDoc, doc, getDoc, runTransaction, setDoc, type Transaction } from 'firebase/firestore';
import { failureOf, matches } from './failure.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

/** Resolves for everybody when as many as are expected have come. */
function meeting(expected: number): () => Promise<void> {
  let arrived = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === expected) open();
    return opened;
  };
}

export const contentionCases: readonly SdkCase[] = [
  {
    name: 'adds to what the others have made of the version that all of them read',
    run: async ({ db, room }) => {
      for (const way of ['set', 'update'] as const) {
        const target = doc(db, room, way);
        await setDoc(target, { n: 5, other: 'yes' });
        const allHaveRead = meeting(3);
        let reads = 0;
        const add = async (transaction: Transaction) => {
          const read = await transaction.get(target);
          reads += 1;
          await allHaveRead();
          if (way === 'set') transaction.set(target, { n: read.get('n') + 1 });
          else transaction.update(target, { n: read.get('n') + 1 });
        };
        await Promise.all([1, 2, 3].map(() => runTransaction(db, add)));
        same((await getDoc(target)).data(), way === 'set' ? { n: 8 } : { n: 8, other: 'yes' });
        // One is first; the second begins again once, and the third at most twice.
        same([way, reads >= 5 && reads <= 6], [way, true]);
      }
    },
  },
  {
    name: 'begins again when the document that it would create is there by then',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      const found: boolean[] = [];
      await runTransaction(db, async (transaction) => {
        found.push((await transaction.get(target)).exists());
        if (found.length === 1) await setDoc(target, { n: 1 });
        transaction.set(target, { n: 2 });
      });
      same([found, (await getDoc(target)).get('n')], [[false, true], 2]);
    },
  },
  {
    name: 'begins again when the document that it would change is gone by then',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { n: 1 });
      const found: boolean[] = [];
      const changing = runTransaction(db, async (transaction) => {
        found.push((await transaction.get(target)).exists());
        if (found.length === 1) await deleteDoc(target);
        transaction.update(target, { n: 2 });
      });
      await failsWith('invalid-argument', changing);
      same([found, (await getDoc(target)).exists()], [[true, false], false]);
    },
  },
  {
    name: 'does not begin again to update what was missing when it read, though it is there by then',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      let tries = 0;
      const { code, message } = await failureOf(
        runTransaction(db, async (transaction) => {
          tries += 1;
          await transaction.get(target);
          await setDoc(target, { n: 1 });
          transaction.update(target, { n: 2 });
        }),
      );
      same([code, tries, (await getDoc(target)).get('n')], ['invalid-argument', 1, 1]);
      matches(message, /update a document that doesn't exist/);
    },
  },
  {
    name: 'gives up when it reads a document twice and never finds it the same',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { n: 15 });
      let tries = 0;
      const reading = runTransaction(
        db,
        async (transaction) => {
          tries += 1;
          await transaction.get(target);
          await setDoc(target, { n: 1234 + tries });
          await transaction.get(target);
          transaction.set(target, { n: 16 });
        },
        { maxAttempts: 2 },
      );
      await failsWith('aborted', reading);
      same([tries, (await getDoc(target)).get('n')], [2, 1236]);
    },
  },
];
