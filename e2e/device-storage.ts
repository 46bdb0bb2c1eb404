import type { Page } from 'playwright-core';

/**
 * Returns where on this device a text is stored: localStorage, sessionStorage, IndexedDB or Cache Storage of the app's
 * origin. Opens a plain file of the origin first, so that the app is not running.
 */
export async function placesWith(page: Page, text: string): Promise<readonly string[]> {
  await page.goto('/suite.json');
  return page.evaluate(async (wanted) => {
    const places: string[] = [];
    const look = (place: string, value: unknown) => {
      if (String(JSON.stringify(value)).includes(wanted)) places.push(place);
    };
    const asPromise = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    look('localStorage', Object.entries(localStorage));
    look('sessionStorage', Object.entries(sessionStorage));
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await asPromise(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = database.transaction(store).objectStore(store);
        look('IndexedDB', [await asPromise(values.getAll()), await asPromise(values.getAllKeys())]);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        look('Cache Storage', [request.url, await response?.text()]);
      }
    }
    return [...new Set(places)].sort();
  }, text);
}

/** Deletes Auth's database, which is the first step of a sign-out. The app must not be running in this profile. */
export async function forgetAuth(page: Page): Promise<void> {
  await page.goto('/suite.json');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('firebaseLocalStorageDb');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('Something still holds what Auth keeps.'));
      }),
  );
}
