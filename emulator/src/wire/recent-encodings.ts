import type { Document } from '../values/document.ts';

/** Bytes or characters. */
const MAX_SIZE = 2 * 1024 * 1024;
/** About what an entry takes besides its encoding: it keeps the document alive. */
const OVERHEAD = 1000;

/**
 * One encoding of each of the documents that were wanted more than once lately: about 1 to 2 MB of them. Most documents
 * go to one listener, and to keep an encoding costs more than to make it.
 */
export class RecentEncodings<Encoding extends { readonly length: number }> {
  readonly #maxSize: number;
  /** The latest, and those before them, which go all at once: taking single ones out of a map is slow. */
  #latest = new Map<Document, Encoding | null>();
  #before = new Map<Document, Encoding | null>();
  #size = 0;

  constructor(maxSize = MAX_SIZE) {
    this.#maxSize = maxSize;
  }

  /** Null when the document is wanted for the first time, as far as is remembered. */
  of(document: Document, encode: () => Encoding): Encoding | null {
    const latest = this.#latest.get(document);
    const known = latest === undefined ? this.#before.get(document) : latest;
    if (known) return known;
    const encoding = known === undefined ? null : encode();
    const size = (encoding?.length ?? 0) + OVERHEAD;
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
