import { idSchema } from '@sameboat/model/id';
import { logger } from 'firebase-functions';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { deleteAccount } from './data/accounts.ts';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import * as pictures from './data/pictures.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { removeAccount } from './domain/remove-account.ts';

const inputSchema = z.strictObject({ uid: idSchema });

/**
 * Removes an account that its owner deleted; the account in Auth goes last, as long as it is there something may be left.
 * What breaks off is taken up again, at first after a second, in the end once an hour, for eight days. Only the queue may
 * call this.
 */
export const removeAccountTask = onTaskDispatched(
  {
    retryConfig: { maxAttempts: 200, minBackoffSeconds: 1, maxBackoffSeconds: 3_600 },
    rateLimits: { maxConcurrentDispatches: 5 },
    timeoutSeconds: 1_800,
    invoker: 'private',
  },
  async ({ data }) => {
    const input = inputSchema.safeParse(data);
    if (!input.success) {
      logger.error('This is no account to remove.');
      return;
    }
    const { uid } = input.data;
    const firestore = openFirestore();
    const stores = {
      documents: createDocumentStore(firestore),
      sanctions: createSanctionStore(firestore),
      pictures,
    };
    await removeAccount(stores, { uid, now: systemClock.now() });
    await deleteAccount(uid);
  },
);
