import type { Document } from '../values/document.ts';

/** Bytes or characters. */
const MAX_SIZE = 2 * 1024 * 1024;
/** About what an entry takes besides its encoding: it keeps the document alive. */
const OVERHEAD = 1000;

/** One encoding of each of the documents that were encoded last, up to about 2 MB of them. */
export class RecentEncodings<Encoding extends { readonly length: number }> {
  readonly #maxSize: number;
  /** In the order in which they came. */
  readonly #kept = new Map<Document, Encoding>();
  #size = 0;

  constructor(maxSize = MAX_SIZE) {
    this.#maxSize = maxSize;
  }

  of(document: Document, encode: () => Encoding): Encoding {
    const known = this.#kept.get(document);
    if (known !== undefined) return known;
    const encoding = encode();
    this.#kept.set(document, encoding);
    this.#size += encoding.length + OVERHEAD;
    if (this.#size > this.#maxSize) this.#forgetOldest();
    return encoding;
  }

  #forgetOldest(): void {
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.#maxSize) break;
      this.#kept.delete(oldest);
      this.#size -= length + OVERHEAD;
    }
  }
}
