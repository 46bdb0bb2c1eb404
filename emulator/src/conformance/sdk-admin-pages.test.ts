import { FieldPath, type Query, type QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

const ids = async (query: Query) => (await query.get()).docs.map(({ id }) => id);

async function streamed(query: Query): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const each of query.stream()) found.push((each as unknown as QueryDocumentSnapshot).id);
  return found;
}

const byId = FieldPath.documentId();

overGrpcAndRest('a part of a result of the Admin SDK', (world) => {
  it('is limited, skipped into, and taken from the end, got and streamed alike', async () => {
    const { room } = world;
    expect(await streamed(room)).toStrictEqual([]);
    await fill(room, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 }, d: { n: 4 }, e: { n: 5 } });
    const by = room.orderBy('n');
    const parts: readonly (readonly [Query, readonly string[]])[] = [
      [by.limit(1), ['a']],
      [by.limit(9), ['a', 'b', 'c', 'd', 'e']],
      [by.offset(3), ['d', 'e']],
      [by.offset(9), []],
      [by.offset(1).limit(2), ['b', 'c']],
      [by.startAt(4), ['d', 'e']],
      [by.startAfter(4), ['e']],
      [by.endAt(2), ['a', 'b']],
      [by.endBefore(2), ['a']],
      [room.orderBy('n', 'desc').startAfter(4).endAt(2), ['c', 'b']],
    ];
    for (const [query, expected] of parts) {
      expect(await ids(query)).toStrictEqual(expected);
      expect(await streamed(query)).toStrictEqual(expected);
    }
    expect(await ids(by.limitToLast(2))).toStrictEqual(['d', 'e']);
    expect(await ids(by.startAt(2).endAt(4).limitToLast(5))).toStrictEqual(['b', 'c', 'd']);
    expect(await ids(by.startAt(2).endAt(4).limitToLast(2))).toStrictEqual(['c', 'd']);
  });

  it('begins at a document that was read, by its id where nothing orders', async () => {
    const { room } = world;
    await fill(room, { a: { n: 1 }, b: { n: 1 }, c: { n: 1 } });
    const b = await room.doc('b').get();
    expect(await ids(room.startAt(b))).toStrictEqual(['b', 'c']);
    expect(await ids(room.orderBy('n').startAfter(b))).toStrictEqual(['c']);
    expect(await ids(room.orderBy('n', 'desc').startAt(b))).toStrictEqual(['b', 'a']);
    expect(await ids(room.orderBy(byId).endBefore(room.doc('b')))).toStrictEqual(['a']);
  });

  it('is followed by the next, page by page, until there is none', async () => {
    const { room } = world;
    await fill(
      room,
      Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`doc${n}`, { n, list: ['foo'] }])),
    );
    const pages = async (query: Query) => {
      const sizes: number[] = [];
      let from = query;
      for (;;) {
        const { docs } = await from.get();
        const last = docs.at(-1);
        if (last === undefined) return sizes;
        sizes.push(docs.length);
        from = query.startAfter(last);
      }
    };
    expect(await pages(room.orderBy('n').limit(3))).toStrictEqual([3, 3, 3, 1]);
    expect(await pages(room.where('n', '>=', 1).limit(3))).toStrictEqual([3, 3, 3]);
    expect(await pages(room.where('list', 'array-contains', 'foo').limit(3))).toStrictEqual([3, 3, 3, 1]);
  });

  it('is a thousand documents, got and streamed', async () => {
    const { room } = world;
    await fill(room, Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`d${n}`, { foo: 'a' }])));
    expect((await room.get()).size).toBe(1000);
    expect(await streamed(room)).toHaveLength(1000);
  }, 20_000);

  it('can be asked for again, with the time that it was read at', async () => {
    const { room } = world;
    await fill(room, { a: { foo: 'a' }, b: { foo: 'a' } });
    const first = await room.get();
    expect([first.empty, first.size, first.docs.length]).toStrictEqual([false, 2, 2]);
    const again = await first.query.get();
    expect(again.readTime.valueOf() >= first.readTime.valueOf()).toBe(true);
    const none = await first.query.where('foo', '==', 'bar').get();
    expect([none.empty, none.readTime.toMillis() > 0]).toStrictEqual([true, true]);
  });
});

overGrpcAndRest('a collection group of the Admin SDK', (world) => {
  it('is every collection of its name, and no other', async () => {
    const { db, room } = world;
    const group = `b${room.id}`;
    const at = (paths: readonly string[]) => {
      const batch = db.batch();
      for (const path of paths) batch.set(db.doc(path), { x: 1 });
      return batch.commit();
    };
    await at([
      `abc/123/${group}/doc1`,
      `abc/123/${group}/doc2`,
      `${group}/doc3`,
      `${group}/doc4`,
      `def/456/${group}/doc5`,
      `${group}/virtual/nested/not`,
      `x${group}/not`,
      `${group}x/not`,
      `abc/123/${group}x/not`,
      `abc/123/x${group}/not`,
      `abc/${group}`,
    ]);
    expect(await ids(db.collectionGroup(group))).toStrictEqual(['doc1', 'doc2', 'doc3', 'doc4', 'doc5']);
  });

  it('is cut by paths at any depth, as cursors and as filters', async () => {
    const { db, room } = world;
    const group = `b${room.id}`;
    const batch = db.batch();
    const paths = [
      `a/a/${group}/doc1`,
      `a/b/a/b/${group}/doc2`,
      `a/b/${group}/doc3`,
      `a/b/c/d/${group}/doc4`,
      `a/c/${group}/doc5`,
      `${group}/doc6`,
      'a/b/nope/nope',
    ];
    for (const path of paths) batch.set(db.doc(path), { x: 1 });
    await batch.commit();
    const all = db.collectionGroup(group);
    const third = `a/b/${group}/doc3`;
    expect(await ids(all.orderBy(byId).startAt('a/b').endAt('a/b0'))).toStrictEqual(['doc2', 'doc3', 'doc4']);
    expect(await ids(all.orderBy(byId).startAfter('a/b').endBefore(third))).toStrictEqual(['doc2']);
    expect(await ids(all.where(byId, '>=', 'a/b').where(byId, '<=', 'a/b0'))).toStrictEqual([
      'doc2',
      'doc3',
      'doc4',
    ]);
    expect(await ids(all.where(byId, '>', 'a/b').where(byId, '<', third))).toStrictEqual(['doc2']);
  });

  it('is not split into parts here', async () => {
    const parts = world.db.collectionGroup('any').getPartitions(2)[Symbol.asyncIterator]();
    await expect(parts.next()).rejects.toMatchObject({ code: 12 });
  });
});
