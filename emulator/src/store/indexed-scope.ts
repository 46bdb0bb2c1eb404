import type { Document } from '../values/document.ts';
import { type IndexShape, keysOf, type NameKey, shapeName } from './index-shape.ts';
import { SortedEntries } from './sorted-entries.ts';

/** Scopes up to this size are sorted for each query; an index would cost more than it saves. */
const SMALL = 64;
/** A scope keeps this many indexes; the one unused for longest goes first. */
const MAX_INDEXES = 64;

export interface KeyRange {
  /** Inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
}

interface Index {
  readonly shape: IndexShape;
  readonly entries: SortedEntries<Document>;
}

/** The indexes of one collection or one collection group: built when a query first needs them, then kept up. */
export class IndexedScope {
  readonly #indexes = new Map<string, Index>();
  readonly #documents: () => Iterable<Document>;
  readonly #nameKey: NameKey;
  readonly #small: number;

  constructor(documents: () => Iterable<Document>, nameKey: NameKey, small = SMALL) {
    this.#documents = documents;
    this.#nameKey = nameKey;
    this.#small = small;
  }

  /** `size`: how many documents the scope holds now. */
  scan(shape: IndexShape, range: KeyRange, reverse: boolean, size: number): Iterable<Document> {
    if (range.from >= range.to) return [];
    const name = shapeName(shape);
    let index = this.#indexes.get(name);
    if (index === undefined) {
      if (size <= this.#small) return sortedScan(this.#documents(), shape, this.#nameKey, range, reverse);
      index = { shape, entries: this.#build(shape) };
    }
    this.#indexes.delete(name);
    this.#indexes.set(name, index);
    const oldest = this.#indexes.size > MAX_INDEXES ? this.#indexes.keys().next().value : undefined;
    if (oldest !== undefined) this.#indexes.delete(oldest);
    return index.entries.range(range.from, range.to, reverse);
  }

  /** Keeps the indexes up with one document's change. */
  update(before: Document | null, after: Document | null): void {
    for (const { shape, entries } of this.#indexes.values()) {
      const keys = after === null ? [] : keysOf(shape, after, this.#nameKey);
      if (before !== null) {
        for (const key of keysOf(shape, before, this.#nameKey)) if (!keys.includes(key)) entries.delete(key);
      }
      if (after !== null) for (const key of keys) entries.set(key, after);
    }
  }

  #build(shape: IndexShape): SortedEntries<Document> {
    return SortedEntries.fromSorted(sortedEntries(this.#documents(), shape, this.#nameKey));
  }
}

/** The same answer as an index gives, without one: for small scopes, and for states of the past. */
export function sortedScan(
  documents: Iterable<Document>,
  shape: IndexShape,
  nameKey: NameKey,
  range: KeyRange,
  reverse: boolean,
): readonly Document[] {
  const found = sortedEntries(documents, shape, nameKey, range).map((entry) => entry.value);
  return reverse ? found.reverse() : found;
}

function sortedEntries(
  documents: Iterable<Document>,
  shape: IndexShape,
  nameKey: NameKey,
  range?: KeyRange,
): { key: string; value: Document }[] {
  const entries: { key: string; value: Document }[] = [];
  for (const value of documents) {
    for (const key of keysOf(shape, value, nameKey)) {
      if (range === undefined || (key >= range.from && key < range.to)) entries.push({ key, value });
    }
  }
  return entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
