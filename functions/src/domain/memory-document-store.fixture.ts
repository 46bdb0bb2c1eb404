import { compareTimes, isFirestoreTime } from '@sameboat/model/time';
import {
  type DocumentFilter,
  type DocumentQuery,
  type DocumentStore,
  type DocumentWrite,
  type Fields,
  removedField,
  type StoredDocument,
} from './document-store.ts';
import type { PictureStore } from './picture-store.ts';

/** Documents and pictures in memory, which can fail at any of their writes. */
export class MemoryDocuments implements DocumentStore, PictureStore {
  readonly stored: Map<string, Fields>;
  readonly pictures: Set<string>;
  /** Writes and deletions of pictures so far. */
  acts = 0;
  /** The act, counted from 1, that fails once; 0 for none. */
  failAt = 0;

  constructor(documents: Readonly<Record<string, Fields>>, pictures: readonly string[] = []) {
    this.stored = new Map(Object.entries(documents));
    this.pictures = new Set(pictures);
  }

  paths(): readonly string[] {
    return [...this.stored.keys()].sort();
  }

  async get(paths: readonly string[]): Promise<readonly StoredDocument[]> {
    return paths.flatMap((path) => {
      const data = this.stored.get(path);
      return data ? [{ path, data }] : [];
    });
  }

  async find({
    collection,
    group,
    where = [],
    limit,
    after,
  }: DocumentQuery): Promise<readonly StoredDocument[]> {
    return [...this.stored]
      .map(([path, data]) => ({ path, data }))
      .filter(
        ({ path }) => (group ? collectionOf(path).split('/').at(-1) : collectionOf(path)) === collection,
      )
      .filter(({ data }) => where.every((filter) => fits(data, filter)))
      .filter(({ path }) => after === undefined || path > after)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .slice(0, limit);
  }

  async commit(writes: readonly DocumentWrite[]): Promise<void> {
    if (writes.length > 500) throw new Error(`${writes.length} writes in one commit`);
    this.#act();
    for (const write of writes) {
      const before = this.stored.get(write.path);
      if (write.act === 'delete') this.stored.delete(write.path);
      else if (write.act === 'set') this.stored.set(write.path, write.data);
      else if (before) this.stored.set(write.path, changed(before, write.change));
      else throw new Error(`there is no ${write.path} to update`);
    }
  }

  async deletePictures(paths: readonly string[]): Promise<void> {
    this.#act();
    for (const path of paths) this.pictures.delete(path);
  }

  async deleteFolder(folder: string): Promise<void> {
    this.#act();
    for (const path of this.pictures) if (path.startsWith(`${folder}/`)) this.pictures.delete(path);
  }

  #act(): void {
    this.acts += 1;
    if (this.acts === this.failAt) throw new Error('the connection broke');
  }
}

/**
 * Runs `work` on fresh stores once for each of its acts, failing at that act and then trying again as the event system
 * does, and hands each outcome to `check`. Resolves to how many there were.
 */
export async function crashEverywhere(
  open: () => MemoryDocuments,
  work: (stores: MemoryDocuments) => Promise<unknown>,
  check: (stores: MemoryDocuments) => void,
): Promise<number> {
  const whole = open();
  await work(whole);
  check(whole);
  for (let act = 1; act <= whole.acts; act++) {
    const stores = open();
    stores.failAt = act;
    await work(stores).then(
      () => Promise.reject(new Error(`nothing failed at act ${act}`)),
      () => undefined,
    );
    await work(stores);
    check(stores);
  }
  return whole.acts;
}

function collectionOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function changed(before: Fields, change: Fields): Fields {
  const after: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(change)) {
    const [field = '', key] = name.split('.');
    if (key !== undefined) after[field] = changed((after[field] ?? {}) as Fields, { [key]: value });
    else if (value === removedField) delete after[field];
    else after[field] = value;
  }
  return after;
}

function valueAt(data: Fields, name: string): unknown {
  const [field = '', key] = name.split('.');
  const value = data[field];
  return key === undefined ? value : (value as Fields | undefined)?.[key];
}

function fits(data: Fields, { field, op, value }: DocumentFilter): boolean {
  const stored = valueAt(data, field);
  if (op === 'in') return Array.isArray(value) && value.includes(stored);
  if (op === 'array-contains') return Array.isArray(stored) && stored.includes(value);
  if (op === '==') return stored === value;
  return isFirestoreTime(stored) && isFirestoreTime(value) && compareTimes(stored, value) <= 0;
}
