import { Blob as NodeBlob } from 'node:buffer';
import { beforeEach, expect, it, vi } from 'vitest';

/** The browser's database, as far as the library shows it. */
const database = vi.hoisted(() => new Map<string, unknown>());
let refuses = false;
vi.mock('idb-keyval', () => {
  const attempt = async <T>(act: () => T): Promise<T> => {
    if (refuses) throw new Error('no database here');
    return act();
  };
  return {
    createStore: () => undefined,
    get: (key: string) => attempt(() => database.get(key)),
    set: (key: string, value: unknown) => attempt(() => database.set(key, value)),
    delMany: (keys: string[]) =>
      attempt(() => {
        for (const key of keys) database.delete(key);
      }),
    entries: () => attempt(() => [...database]),
    clear: () => attempt(() => database.clear()),
  };
});

// That of the tests' page has no arrayBuffer.
vi.stubGlobal('Blob', NodeBlob);

/** As the next page sees it: with nothing in its memory. */
const nextPage = () => {
  vi.resetModules();
  return import('./picture-shelf.ts');
};
const picture = () => new Blob(['a boat'], { type: 'image/webp' });
const textOf = async (found: Blob | null) => found && [await found.text(), found.type];

beforeEach(() => {
  vi.useRealTimers();
  refuses = false;
  database.clear();
});

it('keeps a picture for the next page until it is removed', async () => {
  await (await nextPage()).shelvePicture('p', picture());
  const shelf = await nextPage();
  expect(await textOf(await shelf.shelvedPicture('p'))).toEqual(['a boat', 'image/webp']);
  await shelf.unshelve(['p']);
  expect(await shelf.shelvedPicture('p')).toBeNull();
  expect(database.size).toBe(0);
});

it('keeps a picture for the life of the page where the browser keeps nothing', async () => {
  refuses = true;
  const shelf = await nextPage();
  await shelf.shelvePicture('p', picture());
  expect(await textOf(await shelf.shelvedPicture('p'))).toEqual(['a boat', 'image/webp']);
  expect(await (await nextPage()).shelvedPicture('p')).toBeNull();
});

it('sweeps away what was never sent after a day, and nothing that waits or is newer', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const before = await nextPage();
  for (const path of ['waits', 'left']) await before.shelvePicture(path, picture());
  vi.setSystemTime(Date.now() + 25 * 3_600_000);
  const shelf = await nextPage();
  await shelf.shelvePicture('new', picture());
  await shelf.sweepShelf((path) => path === 'waits');
  expect([...database.keys()].sort()).toEqual(['new', 'waits']);
});

it('is emptied at sign-out, and keeps nothing after that', async () => {
  const shelf = await nextPage();
  await shelf.shelvePicture('p', picture());
  vi.stubGlobal('indexedDB', {});
  const { stopKeeping: stop } = await import('../device-store.ts');
  stop();
  await shelf.clearShelf();
  await shelf.shelvePicture('late', picture());
  expect([database.size, await shelf.shelvedPicture('p')]).toEqual([0, null]);
  refuses = true;
  await expect(shelf.clearShelf()).rejects.toThrow();
});
