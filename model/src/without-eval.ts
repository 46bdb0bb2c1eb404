import * as z from 'zod/mini';

/**
 * zod compiles its schemas with `new Function` where it may. Our Content-Security-Policy forbids that, and
 * even the probe for it is reported as a violation, so the compiler is turned off before the first parse.
 */
z.config({ jitless: true });
