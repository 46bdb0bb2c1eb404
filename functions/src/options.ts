import { setGlobalOptions } from 'firebase-functions/v2';

/**
 * Imported first by every function's file: options set in `index.ts` would not reach the functions that it only
 * re-exports. `maxInstances` bounds what a flood of events can cost; events beyond it wait and are retried.
 */
setGlobalOptions({ region: 'europe-west1', maxInstances: 20, memory: '256MiB' });

/** For triggers: an event that failed is delivered again (for up to a day), which every trigger here can bear. */
export const retried = { retry: true } as const;
