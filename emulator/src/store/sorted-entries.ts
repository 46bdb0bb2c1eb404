const FULL = 512;

/**
 * Entries in the order of their string keys. Chunks of at most 512 entries keep an insertion or removal to a
 * short move, and the chunks' first keys make finding a place two binary searches.
 */
export class SortedEntries<T> {
  readonly #chunks: { keys: string[]; values: T[] }[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Takes entries that are sorted and whose keys are distinct. */
  static fromSorted<T>(entries: readonly { readonly key: string; readonly value: T }[]): SortedEntries<T> {
    const sorted = new SortedEntries<T>();
    const step = FULL / 2;
    for (let start = 0; start < entries.length; start += step) {
      const part = entries.slice(start, start + step);
      sorted.#chunks.push({ keys: part.map((entry) => entry.key), values: part.map((entry) => entry.value) });
    }
    sorted.#size = entries.length;
    return sorted;
  }

  /** Inserts, or replaces the value of an equal key. */
  set(key: string, value: T): void {
    const index = this.#chunkFor(key);
    const chunk = this.#chunks[index];
    if (chunk === undefined) {
      this.#chunks.push({ keys: [key], values: [value] });
      this.#size += 1;
      return;
    }
    const position = lowerBound(chunk.keys, key);
    if (chunk.keys[position] === key) {
      chunk.values[position] = value;
      return;
    }
    chunk.keys.splice(position, 0, key);
    chunk.values.splice(position, 0, value);
    this.#size += 1;
    if (chunk.keys.length > FULL) {
      const half = FULL / 2;
      // Keys that arrive in ascending order leave full chunks behind, not half-empty ones.
      const cut = position === FULL ? FULL : half;
      this.#chunks.splice(index + 1, 0, { keys: chunk.keys.splice(cut), values: chunk.values.splice(cut) });
    }
  }

  delete(key: string): void {
    const index = this.#chunkFor(key);
    const chunk = this.#chunks[index];
    if (chunk === undefined) return;
    const position = lowerBound(chunk.keys, key);
    if (chunk.keys[position] !== key) return;
    chunk.keys.splice(position, 1);
    chunk.values.splice(position, 1);
    this.#size -= 1;
    if (chunk.keys.length === 0) this.#chunks.splice(index, 1);
  }

  /** Values with `from <= key < to`, ascending, or descending when `reverse`. Not to be changed meanwhile. */
  *range(from: string, to: string, reverse: boolean): Generator<T, void, undefined> {
    if (from >= to) return;
    if (reverse) yield* this.#descending(from, to);
    else yield* this.#ascending(from, to);
  }

  *#ascending(from: string, to: string): Generator<T, void, undefined> {
    for (let index = this.#chunkFor(from); index < this.#chunks.length; index += 1) {
      const chunk = this.#chunks[index];
      if (chunk === undefined) return;
      for (let position = lowerBound(chunk.keys, from); position < chunk.keys.length; position += 1) {
        if ((chunk.keys[position] ?? to) >= to) return;
        yield chunk.values[position] as T;
      }
    }
  }

  *#descending(from: string, to: string): Generator<T, void, undefined> {
    for (let index = this.#chunkFor(to); index >= 0; index -= 1) {
      const chunk = this.#chunks[index];
      if (chunk === undefined) continue;
      for (let position = lowerBound(chunk.keys, to) - 1; position >= 0; position -= 1) {
        if ((chunk.keys[position] ?? '') < from) return;
        yield chunk.values[position] as T;
      }
    }
  }

  /** The chunk in which the key is, or belongs: the last whose first key is not above it. */
  #chunkFor(key: string): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#chunks[middle]?.keys[0] ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** The first position whose key is not below `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
