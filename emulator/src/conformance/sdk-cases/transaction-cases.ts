import {
  type DocumentReference,
  deleteDoc,
  doc,
  FieldPath,
  type Firestore,
  getDoc,
  runTransaction,
  serverTimestamp,
  setDoc,
  type Transaction,
  updateDoc,
} from 'firebase/firestore';
import { failureOf, matches } from './failure.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

async function addOne(db: Firestore, room: string, transaction: Transaction): Promise<void> {
  const target = doc(db, room, 'counter');
  const n: number = (await transaction.get(target)).get('n');
  transaction.update(target, { n: n + 1 });
}

export const transactionCases: readonly SdkCase[] = [
  {
    name: 'reads, writes and gives what its function gave',
    run: async ({ db, room }) => {
      const [a, b, c] = [doc(db, room, 'a'), doc(db, room, 'b'), doc(db, room, 'c')];
      await setDoc(a, { n: 1 });
      await setDoc(c, {});
      const given = await runTransaction(db, async (transaction) => {
        const read = await transaction.get(a);
        same((await transaction.get(b)).exists(), false);
        transaction
          .set(b, { n: read.get('n'), at: serverTimestamp() })
          .update(a, { n: 2 })
          .delete(c);
        return 'given';
      });
      same(given, 'given');
      same(
        [(await getDoc(a)).get('n'), (await getDoc(b)).get('n'), (await getDoc(c)).exists()],
        [2, 1, false],
      );
    },
  },
  {
    name: 'is tried again when a document that it read has changed',
    run: async ({ db, room, connect }) => {
      const other = connect();
      await setDoc(doc(db, room, 'counter'), { n: 1 });
      let tries = 0;
      await runTransaction(db, async (transaction) => {
        tries += 1;
        const n: number = (await transaction.get(doc(db, room, 'counter'))).get('n');
        if (tries === 1) await setDoc(doc(other, room, 'counter'), { n: 100 });
        transaction.update(doc(db, room, 'counter'), { n: n + 1 });
      });
      same([tries, (await getDoc(doc(db, room, 'counter'))).get('n')], [2, 101]);
    },
  },
  {
    name: 'is tried again when a document that it only read has changed, appeared or gone',
    run: async ({ db, room, connect }) => {
      const other = connect();
      const read = (id: string) => doc(db, room, id);
      await setDoc(read('changes'), { n: 1 });
      await setDoc(read('goes'), { n: 1 });
      const crossings: Readonly<Record<string, () => Promise<void>>> = {
        changes: () => updateDoc(doc(other, room, 'changes'), { n: 2 }),
        appears: () => setDoc(doc(other, room, 'appears'), {}),
        goes: () => deleteDoc(doc(other, room, 'goes')),
      };
      for (const [id, cross] of Object.entries(crossings)) {
        let tries = 0;
        await runTransaction(db, async (transaction) => {
          tries += 1;
          const found = await transaction.get(read(id));
          if (tries === 1) await cross();
          transaction.set(read(`${id}-seen`), { n: found.get('n') ?? null });
        });
        same([id, tries], [id, 2]);
      }
      same((await getDoc(read('changes-seen'))).get('n'), 2);
    },
  },
  {
    name: 'adds up under contention, each addition once',
    run: async ({ db, room, connect }) => {
      const clients = [db, connect(), connect()];
      await setDoc(doc(db, room, 'counter'), { n: 0 });
      await Promise.all(
        clients.flatMap((client) =>
          Array.from({ length: 3 }, () =>
            runTransaction(client, (transaction) => addOne(client, room, transaction), { maxAttempts: 50 }),
          ),
        ),
      );
      same((await getDoc(doc(db, room, 'counter'))).get('n'), 9);
    },
  },
  {
    name: 'gives up after as many tries as it may have',
    run: async ({ db, room, connect }) => {
      const other = connect();
      const target = doc(db, room, 'counter');
      await setDoc(target, { n: 0 });
      let tries = 0;
      const always = runTransaction(
        db,
        async (transaction) => {
          tries += 1;
          await transaction.get(target);
          await setDoc(doc(other, room, 'counter'), { n: -tries });
          transaction.set(target, { n: 1 });
        },
        { maxAttempts: 2 },
      );
      await failsWith('failed-precondition', always);
      same([tries, (await getDoc(target)).get('n')], [2, -2]);
    },
  },
  {
    name: 'is not tried again when its own function fails, and stores nothing',
    run: async ({ db, room }) => {
      let tries = 0;
      const failing = runTransaction(db, async (transaction) => {
        tries += 1;
        transaction.set(doc(db, room, 'a'), {});
        throw new Error('no');
      });
      await failsWith('no', failing);
      same([tries, (await getDoc(doc(db, room, 'a'))).exists()], [1, false]);
    },
  },
  {
    name: 'refuses to update what is missing, and to read after a write',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'missing');
      await failsWith(
        'not-found',
        runTransaction(db, async (transaction) => void transaction.update(target, { a: 1 })),
      );
      await failsWith(
        'invalid-argument',
        runTransaction(db, async (transaction) => {
          await transaction.get(target);
          transaction.update(target, { a: 1 });
        }),
      );
      await failsWith(
        'invalid-argument',
        runTransaction(db, async (transaction) => {
          transaction.set(target, {});
          await transaction.get(target);
        }),
      );
      same((await getDoc(target)).exists(), false);
    },
  },
  {
    name: 'takes two writes of one document that make sense, whatever is there and read or not',
    run: async ({ db, room }) => {
      const steps: Readonly<
        Record<string, (transaction: Transaction, target: DocumentReference) => unknown>
      > = {
        set: (transaction, target) => transaction.set(target, { by: 'set' }),
        update: (transaction, target) => transaction.update(target, { by: 'update' }),
        delete: (transaction, target) => transaction.delete(target),
      };
      const outcomes: Readonly<Record<string, readonly [ifThere: string, ifMissing: string]>> = {
        'set set': ['set', 'set'],
        'set update': ['update', 'update'],
        'set delete': ['gone', 'gone'],
        'update set': ['set', 'not-found'],
        'update update': ['update', 'not-found'],
        'update delete': ['gone', 'not-found'],
        'delete set': ['set', 'set'],
        'delete update': ['invalid-argument', 'invalid-argument'],
        'delete delete': ['gone', 'gone'],
      };
      for (const [order, [ifThere, ifMissing]] of Object.entries(outcomes)) {
        for (const start of ['there', 'missing', 'deleted']) {
          for (const isRead of [false, true]) {
            const target = doc(db, room, `${order.replace(' ', '-')}-${start}-${isRead}`);
            if (start !== 'missing') await setDoc(target, { by: 'before' });
            if (start === 'deleted') await deleteDoc(target);
            const outcome = await runTransaction(db, async (transaction) => {
              if (isRead) await transaction.get(target);
              for (const step of order.split(' ')) steps[step]?.(transaction, target);
            }).then(
              async () => (await getDoc(target)).get('by') ?? 'gone',
              ({ code }: { code: string }) => code,
            );
            const missing = isRead && ifMissing === 'not-found' ? 'invalid-argument' : ifMissing;
            same(
              [order, start, isRead, outcome],
              [order, start, isRead, start === 'there' ? ifThere : missing],
            );
          }
        }
      }
    },
  },
  {
    name: 'merges, and updates inside of maps',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await runTransaction(db, async (transaction) => {
        transaction
          .set(target, { a: 'b', nested: { a: 'b' }, 'is.admin': false })
          .set(target, { c: 'd', nested: { c: 'd' } }, { merge: true })
          .update(target, 'nested.a', 'e', new FieldPath('is.admin'), true);
      });
      same((await getDoc(target)).data(), {
        a: 'b',
        c: 'd',
        nested: { a: 'e', c: 'd' },
        'is.admin': true,
      });
    },
  },
  {
    name: 'may only read, or do nothing at all',
    run: async ({ db, room }) => {
      await setDoc(doc(db, room, 'a'), { n: 1 });
      const read = await runTransaction(db, async (transaction) => {
        same((await transaction.get(doc(db, room, 'none'))).exists(), false);
        return transaction.get(doc(db, room, 'a'));
      });
      same(read.data(), { n: 1 });
      await runTransaction(db, async () => {});
    },
  },
  {
    name: 'reads and writes converted documents',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd').withConverter({
        toFirestore: ({ title }: { title: string }) => ({ stored: title }),
        fromFirestore: (snapshot) => ({ title: `${snapshot.get('stored')}!` }),
      });
      await setDoc(target, { title: 'x' });
      await runTransaction(db, async (transaction) => {
        const { title = '' } = (await transaction.get(target)).data() ?? {};
        transaction.set(target, { title });
      });
      same((await getDoc(target)).data(), { title: 'x!!' });
    },
  },
  {
    name: 'stores nothing when it reads after a write, awaited or not',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { by: 'before' });
      const { code, message } = await failureOf(
        runTransaction(db, async (transaction) => {
          transaction.set(target, { by: 'after' });
          void transaction.get(target).catch(() => {});
        }),
      );
      same(code, 'invalid-argument');
      matches(message, /all reads to be executed/);
      same((await getDoc(target)).get('by'), 'before');
    },
  },
];
