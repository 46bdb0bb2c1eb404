import type { QuerySpec } from '@sameboat/model/queries';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  collection,
  collectionGroup,
  documentId,
  getFirestore,
  limit,
  orderBy,
  query,
  queryEqual,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore';
import { afterAll, describe, expect, it } from 'vitest';
import { toQuery } from './to-query.ts';

const app = initializeApp({ projectId: 'demo-sameboat', apiKey: 'none' });
const db = getFirestore(app);
afterAll(() => deleteApp(app));

const spec: QuerySpec = {
  collection: 'chats/c/messages',
  group: false,
  where: [{ field: 'kind', op: '==', value: 'text' }],
  orderBy: [
    { field: 'createdAt', direction: 'desc' },
    { field: '__name__', direction: 'desc' },
  ],
  limit: 20,
};

describe('a query of the model', () => {
  it('becomes the same query of the SDK', () => {
    const expected = query(
      collection(db, 'chats/c/messages'),
      where('kind', '==', 'text'),
      orderBy('createdAt', 'desc'),
      orderBy(documentId(), 'desc'),
      limit(20),
    );
    expect(queryEqual(toQuery(db, spec), expected)).toBe(true);
    expect(queryEqual(toQuery(db, { ...spec, limit: 21 }), expected)).toBe(false);
  });

  it('compares a field with a time, within the millisecond', () => {
    const time = { seconds: 7, nanoseconds: 123_456_000, toMillis: () => 7_123 };
    const made = toQuery(db, { ...spec, where: [{ field: 'createdAt', op: '>=', value: time }] });
    const expected = query(
      collection(db, 'chats/c/messages'),
      where('createdAt', '>=', new Timestamp(7, 123_456_000)),
      orderBy('createdAt', 'desc'),
      orderBy(documentId(), 'desc'),
      limit(20),
    );
    expect(queryEqual(made, expected)).toBe(true);
  });

  it('asks a collection group where it names one', () => {
    const group: QuerySpec = { collection: 'members', group: true, where: [], orderBy: [], limit: 1 };
    expect(queryEqual(toQuery(db, group), query(collectionGroup(db, 'members'), limit(1)))).toBe(true);
    expect(
      queryEqual(toQuery(db, { ...group, group: false }), query(collectionGroup(db, 'members'), limit(1))),
    ).toBe(false);
  });

  it('begins where the last page ended, within the millisecond', () => {
    const at = (nanoseconds: number) => ({ seconds: 7, nanoseconds, toMillis: () => 7_123 });
    const after = (nanoseconds: number) => toQuery(db, { ...spec, startAfter: [at(nanoseconds), 'm1'] });
    const expected = query(toQuery(db, spec), startAfter(new Timestamp(7, 123_456_000), 'm1'));
    expect(queryEqual(after(123_456_000), expected)).toBe(true);
    expect(queryEqual(after(123_000_000), expected)).toBe(false);
  });
});
