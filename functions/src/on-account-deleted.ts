import { region } from 'firebase-functions/v1';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import * as pictures from './data/pictures.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { removeAccount } from './domain/remove-account.ts';
import { longest } from './options.ts';

/**
 * An account that was deleted, by whoever and wherever: its tokens are refused, and what is theirs goes. Only the first
 * generation of functions has this trigger, and it takes its options here.
 */
export const onAccountDeleted = region('europe-west1')
  .runWith({ ...longest, failurePolicy: true, maxInstances: 20, memory: '256MB' })
  .auth.user()
  .onDelete(async ({ uid }) => {
    const firestore = openFirestore();
    const stores = {
      documents: createDocumentStore(firestore),
      sanctions: createSanctionStore(firestore),
      pictures,
    };
    await removeAccount(stores, { uid, now: systemClock.now() });
  });
