import { setGlobalOptions } from 'firebase-functions/v2';

/** Where the functions run. The same stands in scripts/hosting.ts and web/src/firebase/functions.ts. */
export const functionsRegion = 'europe-west1';

/**
 * Imported first by every function's file: options set in `index.ts` would not reach the functions that it only
 * re-exports. `maxInstances` bounds what a flood of events can cost; events beyond it wait and are retried.
 */
setGlobalOptions({ region: functionsRegion, maxInstances: 20, memory: '256MiB' });

/** For triggers: an event that failed is delivered again (for up to a day), which every trigger here can bear. */
export const retried = { retry: true } as const;

/**
 * For callables: only calls that App Check vouches for, once functions/.env says APP_CHECK=enforced. The web app does not
 * send App Check tokens yet; enforced before it does, every call would be refused.
 */
export const vouched = { enforceAppCheck: process.env.APP_CHECK === 'enforced' } as const;

/** For what goes through many pages: the most that an event or a schedule may take. What is left is taken up again. */
export const longest = { timeoutSeconds: 540 } as const;
