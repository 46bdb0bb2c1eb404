import { FieldValue, type Firestore } from 'firebase-admin/firestore';
import { placeCorrection } from '../domain/place-correction.ts';
import { runTransaction } from './run-transaction.ts';

/** Puts the place of a document right, as it is now: its owner may have chosen another one since the event. */
export function correctPlaceOf(firestore: Firestore, path: string): Promise<void> {
  return runTransaction(firestore, async (transaction) => {
    const document = firestore.doc(path);
    const change = placeCorrection((await transaction.get(document)).data() ?? {});
    if (change) transaction.update(document, change);
  });
}

/** The same for the place that somebody shows to a community. One that is not on the list is not shown. */
export function correctShownPlaceOf(firestore: Firestore, path: string): Promise<void> {
  return runTransaction(firestore, async (transaction) => {
    const document = firestore.doc(path);
    const change = placeCorrection((await transaction.get(document)).data()?.shows ?? {});
    if (change) transaction.update(document, { 'shows.place': change.place ?? FieldValue.delete() });
  });
}
