import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import * as pictures from './data/pictures.ts';
import { purgeExpired as purge } from './domain/purge-expired.ts';
import { longest } from './options.ts';

/** Tidies up what has run out. The local suite has no scheduler: tests call the plain function. */
export const purgeExpired = onSchedule({ ...longest, schedule: 'every 15 minutes' }, async () => {
  const stores = { documents: createDocumentStore(openFirestore()), pictures };
  logger.info('purged', await purge(stores, systemClock.now()));
});
