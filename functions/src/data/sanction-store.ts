import { type Sanction, sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { SanctionStore } from '../domain/sanction-store.ts';
import { runTransaction } from './run-transaction.ts';
import { toFirestore } from './to-firestore.ts';

/** Throws when what is stored is no sanction: a ban that cannot be read must not be written over. */
function toSanction(snapshot: DocumentSnapshot): Sanction | null {
  return snapshot.exists ? sanctionSchema.parse(snapshot.data()) : null;
}

export function createSanctionStore(firestore: Firestore): SanctionStore {
  return {
    get: async (uid) => toSanction(await firestore.doc(sanctionPath(uid)).get()),
    change: (uid, next) =>
      runTransaction(firestore, async (transaction) => {
        const sanction = firestore.doc(sanctionPath(uid));
        transaction.set(sanction, toFirestore(next(toSanction(await transaction.get(sanction)))));
      }),
  };
}
