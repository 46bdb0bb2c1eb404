import { type CollectionReference, FieldValue } from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

/** The elements of a bundle: each is a length and as many bytes of JSON. */
function elementsOf(bundle: Buffer): readonly Record<string, Record<string, unknown>>[] {
  const elements = [];
  for (let at = 0; at < bundle.length; ) {
    const begin = bundle.indexOf('{', at);
    const end = begin + Number(bundle.toString('utf8', at, begin));
    elements.push(JSON.parse(bundle.toString('utf8', begin, end)));
    at = end;
  }
  return elements;
}

overGrpcAndRest('a bundle of the Admin SDK', (world) => {
  const fillNames = (room: CollectionReference) =>
    fill(room, {
      a: { name: '1', sort: 1, value: 'text' },
      b: { name: '2', sort: 2, value: 42 },
      c: { name: '3', sort: 3, value: { nested: 'value' } },
      d: { name: '4', sort: 4, value: FieldValue.serverTimestamp() },
    });

  it('holds a query that found nothing, and a document that is not there', async () => {
    const { db, room } = world;
    await fillNames(room);
    const found = await room.where('value', '==', '42').get();
    const missing = await room.doc('none').get();
    const elements = elementsOf(db.bundle('b').add('query', found).add(missing).build());
    expect(elements.map((each) => Object.keys(each)[0])).toStrictEqual([
      'metadata',
      'namedQuery',
      'documentMetadata',
    ]);
    expect(elements[1]?.namedQuery).toMatchObject({
      name: 'query',
      readTime: { seconds: String(found.readTime.seconds), nanos: found.readTime.nanoseconds },
    });
    expect(elements[2]?.documentMetadata).toMatchObject({
      name: expect.stringMatching(/\/none$/),
      exists: false,
    });
  });

  it('holds each document once, with the queries that found it', async () => {
    const { db, room } = world;
    await fillNames(room);
    const first = await room.orderBy('sort', 'desc').limit(1).get();
    const last = await room.orderBy('sort').limitToLast(1).get();
    const elements = elementsOf(db.bundle('b').add('first', first).add('last', last).build());
    const named = elements.flatMap(({ namedQuery }) => (namedQuery ? [namedQuery] : []));
    expect(
      named.map((each) => [each.name, (each.bundledQuery as { limitType: string }).limitType]),
    ).toStrictEqual([
      ['first', 'FIRST'],
      ['last', 'LAST'],
    ]);
    const [found] = last.docs;
    expect(elements.at(-2)?.documentMetadata).toMatchObject({ exists: true, queries: ['first', 'last'] });
    expect(elements.at(-1)?.document).toMatchObject({
      name: expect.stringMatching(/\/d$/),
      updateTime: {
        seconds: String(found?.updateTime.seconds),
        nanos: found?.updateTime.nanoseconds,
      },
      fields: { name: { stringValue: '4' }, sort: { integerValue: '4' } },
    });
    expect(elements[0]?.metadata).toMatchObject({ id: 'b', totalDocuments: 1 });
  });
});
