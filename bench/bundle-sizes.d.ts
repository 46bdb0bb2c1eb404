import type { Browser } from 'playwright-core';
import type { Figure } from './figures.ts';
/** The JavaScript that a browser fetches on the way from the first page to the first chat, gzipped, in kilobytes (1000). */
export declare function measureBundles(browser: Browser): Promise<readonly Figure[]>;
