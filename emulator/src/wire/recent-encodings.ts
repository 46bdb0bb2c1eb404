import type { Document } from '../values/document.ts';

/** Bytes or characters. */
const MAX_SIZE = 2 * 1024 * 1024;
/** About what an entry takes besides its encoding: it keeps the document alive. */
const OVERHEAD = 1000;

/** One encoding of each of the documents that were encoded last: about 1 to 2 MB of them. */
export class RecentEncodings<Encoding extends { readonly length: number }> {
  readonly #maxSize: number;
  /** The latest, and those before them, which go all at once: taking single ones out of a map is slow. */
  #latest = new Map<Document, Encoding>();
  #before = new Map<Document, Encoding>();
  #size = 0;

  constructor(maxSize = MAX_SIZE) {
    this.#maxSize = maxSize;
  }

  of(document: Document, encode: () => Encoding): Encoding {
    const known = this.#latest.get(document) ?? this.#before.get(document);
    if (known !== undefined) return known;
    const encoding = encode();
    const size = encoding.length + OVERHEAD;
    if (size > this.#maxSize / 2) return encoding;
    if (this.#size + size > this.#maxSize / 2) {
      this.#before = this.#latest;
      this.#latest = new Map();
      this.#size = 0;
    }
    this.#latest.set(document, encoding);
    this.#size += size;
    return encoding;
  }
}
