import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import type { DocumentQuery, DocumentStore } from '../domain/document-store.ts';
import { toFirestore, toStored } from './to-firestore.ts';

export function createDocumentStore(firestore: Firestore): DocumentStore {
  return {
    async get(paths) {
      if (paths.length === 0) return [];
      const found = await firestore.getAll(...paths.map((path) => firestore.doc(path)));
      return found.flatMap((each) => {
        const data = each.data();
        return data ? [{ path: each.ref.path, data }] : [];
      });
    },
    async find(query) {
      const found = await toQuery(firestore, query).get();
      return found.docs.map((each) => ({ path: each.ref.path, data: each.data() }));
    },
    async commit(writes) {
      const batch = firestore.batch();
      for (const write of writes) {
        const reference = firestore.doc(write.path);
        if (write.act === 'delete') batch.delete(reference);
        else if (write.act === 'set') batch.set(reference, toFirestore(write.data));
        else batch.update(reference, toFirestore(write.change));
      }
      await batch.commit();
    },
  };
}

function toQuery(firestore: Firestore, { collection, group, where = [], limit, after }: DocumentQuery) {
  const whole = group ? firestore.collectionGroup(collection) : firestore.collection(collection);
  const filtered = where.reduce(
    (query, { field, op, value }) => query.where(field, op, toStored(value)),
    whole.limit(limit),
  );
  return after === undefined
    ? filtered
    : filtered
        .orderBy(FieldPath.documentId())
        .startAfter(group ? firestore.doc(after) : after.slice(after.lastIndexOf('/') + 1));
}
