import type { Page } from 'playwright-core';

/** How a page's script gets somewhere: by `fetch`, or with a picture's address. */
export type Means = 'fetch' | 'image';

/**
 * What became of a request that a script on the page made: 'blocked' by the page's Content-Security-Policy, 'answered'
 * by whoever is there (with whatever status), or 'failed' for another reason, as when nobody listens.
 */
export function reach(page: Page, url: string, means: Means = 'fetch'): Promise<string> {
  return page.evaluate(
    async ([target, how]) => {
      const blocked = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', () => resolve('blocked'), { once: true });
      });
      const request =
        how === 'fetch'
          ? fetch(target, { mode: 'no-cors' })
          : new Promise((resolve, reject) => {
              const image = new Image();
              image.onload = resolve;
              image.onerror = reject;
              image.src = target;
            });
      // The report of a violation may come after the refusal.
      const failed = () => new Promise<string>((resolve) => setTimeout(() => resolve('failed'), 2_000));
      return Promise.race([blocked, request.then(() => 'answered', failed)]);
    },
    [url, means] as const,
  );
}
