import { exportPacePath } from '@sameboat/model/export-my-data';
import { isFirestoreTime } from '@sameboat/model/time';
import { type DocumentSnapshot, type Firestore, Timestamp } from 'firebase-admin/firestore';
import { type ExportCounter, nextExportCounter } from '../domain/export/decide-export.ts';
import { runTransaction } from './run-transaction.ts';

/** Counts one call of somebody's export; false when it is one too many, and then nothing is written. */
export function countExportCall(
  firestore: Firestore,
  uid: string,
  call: { readonly isStart: boolean; readonly now: number },
): Promise<boolean> {
  const counter = firestore.doc(exportPacePath(uid));
  return runTransaction(firestore, async (transaction) => {
    const next = nextExportCounter(toCounter(await transaction.get(counter)), call);
    if (next === null) return false;
    transaction.set(counter, { ...next, since: Timestamp.fromMillis(next.since) });
    return true;
  });
}

function toCounter(snapshot: DocumentSnapshot): ExportCounter | null {
  const { since, starts, calls } = snapshot.data() ?? {};
  if (!isFirestoreTime(since) || typeof starts !== 'number' || typeof calls !== 'number') return null;
  return { since: since.toMillis(), starts, calls };
}
