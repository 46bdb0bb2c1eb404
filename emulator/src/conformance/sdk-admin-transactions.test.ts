import { type DocumentReference, FieldValue, type Transaction } from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

/** A promise, and what settles it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

overGrpcAndRest('a transaction of the Admin SDK', (world) => {
  it('gives what it reads: a document, several, some of their fields, a query', async () => {
    const { db, room } = world;
    await fill(room, { a: { f: 'a', b: 1 }, b: { f: 'b', b: 2 } });
    const [one, all, masked, asked] = await db.runTransaction(async (transaction) => [
      (await transaction.get(room.doc('a'))).data(),
      (await transaction.getAll(room.doc('b'), room.doc('none'), room.doc('a'))).map((each) => each.data()),
      (await transaction.getAll(room.doc('a'), room.doc('b'), { fieldMask: ['f'] })).map((each) =>
        each.data(),
      ),
      (await transaction.get(room.where('f', '==', 'b'))).docs.map(({ id }) => id),
    ]);
    expect(one).toStrictEqual({ f: 'a', b: 1 });
    expect(all).toStrictEqual([{ f: 'b', b: 2 }, undefined, { f: 'a', b: 1 }]);
    expect(masked).toStrictEqual([{ f: 'a' }, { f: 'b' }]);
    expect(asked).toStrictEqual(['b']);
  });

  it('reads and writes what a converter makes of documents', async () => {
    const { db, room } = world;
    const target = room.doc('a').withConverter({
      toFirestore: (title: string) => ({ title }),
      fromFirestore: (snapshot) => `the ${snapshot.get('title')}`,
    });
    await target.set('post');
    const read = await db.runTransaction(async (transaction) => {
      const [before] = await transaction.getAll(target);
      transaction.set(target, 'other');
      return before?.data();
    });
    expect(read).toBe('the post');
    expect((await target.get()).data()).toBe('the other');
  });

  it('writes all at its end, whether it read or not', async () => {
    const { db, room } = world;
    await fill(room, { a: { list: ['x', 'y'], n: 1 }, b: {} });
    await db.runTransaction(async (transaction) => {
      await transaction.get(room.doc('a'));
      transaction.update(room.doc('a'), { list: FieldValue.arrayRemove('y'), n: 2 });
      transaction.create(room.doc('c'), { made: true });
      transaction.delete(room.doc('b'));
      expect((await room.doc('c').get()).exists).toBe(false);
    });
    await db.runTransaction(async (transaction) => {
      transaction.set(room.doc('d'), { n: 1 });
    });
    const stored = (await room.get()).docs.map((each) => [each.id, each.data()]);
    expect(stored).toStrictEqual([
      ['a', { list: ['x'], n: 2 }],
      ['c', { made: true }],
      ['d', { n: 1 }],
    ]);
  });

  it('writes one document more than once, transforms and all', async () => {
    const { db, room } = world;
    const target = room.doc('a');
    await db.runTransaction(async (transaction) => {
      transaction.set(target, { list: [], n: FieldValue.increment(1), tags: FieldValue.arrayUnion(2) });
      transaction.set(
        target,
        { n: FieldValue.increment(1), tags: FieldValue.arrayUnion(3) },
        { merge: true },
      );
      transaction.update(target, { n: FieldValue.increment(1) });
    });
    expect((await target.get()).data()).toStrictEqual({ list: [], n: 3, tags: [2, 3] });
  });

  it('writes nothing, and is not tried again, when one of its writes is refused', async () => {
    const { db, room } = world;
    let tries = 0;
    const outcome = db.runTransaction(async (transaction) => {
      tries += 1;
      transaction.set(room.doc('a'), {});
      transaction.update(room.doc('missing'), { n: 1 });
    });
    await expect(outcome).rejects.toMatchObject({ code: 5 });
    expect(tries).toBe(1);
    expect((await room.get()).size).toBe(0);
  });

  it('that only reads writes nothing, and reads one moment, now or at a time', async () => {
    const { db, room } = world;
    const target = room.doc('a');
    const { writeTime } = await target.set({ n: 1 });
    await target.set({ n: 2 });
    const read = (options: Parameters<typeof db.runTransaction>[1]) =>
      db.runTransaction(
        async (transaction) => [
          (await transaction.get(target)).get('n'),
          (await transaction.get(room.where('n', '==', 1))).size,
        ],
        options,
      );
    expect(await read({ readOnly: true })).toStrictEqual([2, 0]);
    expect(await read({ readOnly: true, readTime: writeTime })).toStrictEqual([1, 1]);
    const moment = await db.runTransaction(
      async (transaction) => {
        const before = (await transaction.get(target)).get('n');
        await target.set({ n: 3 });
        return [before, (await transaction.get(target)).get('n')];
      },
      { readOnly: true },
    );
    expect(moment).toStrictEqual([2, 2]);
  });

  it('that meets another over one document is tried again, and both are kept', async () => {
    const { db, room } = world;
    const target = room.doc('a');
    const gates = [gate(), gate()];
    let tries = 0;
    const add = (field: string, mine: number) =>
      db.runTransaction(async (transaction) => {
        tries += 1;
        await transaction.get(target);
        gates[mine]?.open();
        await gates[1 - mine]?.opened;
        transaction.set(target, { [field]: true }, { merge: true });
      });
    await Promise.all([add('first', 0), add('second', 1)]);
    expect(tries).toBe(3);
    expect((await target.get()).data()).toStrictEqual({ first: true, second: true });
  }, 30_000);

  it('gives up after as many tries as it may have', async () => {
    const { db, room } = world;
    const target = room.doc('a');
    let tries = 0;
    const read = gate();
    const written = gate();
    const outcome = db.runTransaction(
      async (transaction: Transaction) => {
        tries += 1;
        await transaction.get(target);
        read.open();
        await written.opened;
        transaction.set(target, { mine: true });
      },
      { maxAttempts: 1 },
    );
    await read.opened;
    const other = db.runTransaction(async (transaction) => {
      await transaction.get(target);
      written.open();
      transaction.set(target, { other: true });
    });
    const settled = await Promise.allSettled([outcome, other]);
    expect(tries).toBe(1);
    expect(settled.map(({ status }) => status)).toStrictEqual(['rejected', 'fulfilled']);
    expect((await target.get()).data()).toStrictEqual({ other: true });
  }, 30_000);

  it('moves money between documents without losing any', async () => {
    const { db, room } = world;
    await fill(room, { a: { n: 100 }, b: { n: 100 }, c: { n: 100 } });
    const move = (from: DocumentReference, to: DocumentReference) =>
      db.runTransaction(
        async (transaction) => {
          const [out, into] = await transaction.getAll(from, to);
          transaction.update(from, { n: out?.get('n') - 10 });
          transaction.update(to, { n: into?.get('n') + 10 });
        },
        { maxAttempts: 20 },
      );
    const [a, b, c] = ['a', 'b', 'c'].map((id) => room.doc(id));
    if (!a || !b || !c) throw new Error('three documents were named');
    await Promise.all([move(a, b), move(b, c), move(c, a), move(b, a)]);
    expect((await room.get()).docs.map((each) => each.get('n'))).toStrictEqual([110, 90, 100]);
  }, 30_000);
});
