import type { MapValue } from '../values/value.ts';

/** Where the entries of a document's fields stand in a request, each with its tag. */
export interface Span {
  readonly request: Buffer;
  readonly start: number;
  readonly end: number;
}

interface GrowingSpan extends Span {
  end: number;
  entries: number;
}

/** Bytes of requests. */
const MAX_SIZE = 2 * 1024 * 1024;

/**
 * The bytes in which the latest fields came. Whoever listens gets a document just after it was written, most often with
 * the very fields that came: they need not be encoded again. A map of fields never changes, so the same map means the
 * same bytes; where the service has to keep something else than what came, it makes a new map.
 */
export class ReceivedFields {
  readonly #maxSize: number;
  /** The latest, and those before them, which go all at once: taking single ones out of a map is slow. */
  #latest = new Map<MapValue, GrowingSpan>();
  #before = new Map<MapValue, GrowingSpan>();
  #size = 0;
  #request: Buffer | null = null;
  #isCounted = false;
  #last: MapValue | null = null;
  #lastSpan: GrowingSpan | null = null;

  constructor(maxSize = MAX_SIZE) {
    this.#maxSize = maxSize;
  }

  /** What is noted from now on stands in these bytes. They stay in memory, unless they are too many. */
  begin(request: Uint8Array): void {
    this.#request =
      request.length > this.#maxSize / 2
        ? null
        : Buffer.from(request.buffer, request.byteOffset, request.byteLength);
    this.#isCounted = false;
    this.#last = null;
  }

  /** The entry from `start` to `end` belongs to `fields`. */
  note(fields: MapValue, start: number, end: number): void {
    if (this.#request === null) return;
    if (this.#last === fields) {
      if (this.#lastSpan === null) return;
      if (this.#lastSpan.end === start) {
        this.#lastSpan.end = end;
        this.#lastSpan.entries += 1;
        return;
      }
      // Something else stands between them.
      this.#latest.delete(fields);
      this.#lastSpan = null;
      return;
    }
    if (!this.#isCounted) this.#count(this.#request.length);
    this.#last = fields;
    this.#lastSpan = { request: this.#request, start, end, entries: 1 };
    this.#latest.set(fields, this.#lastSpan);
  }

  of(fields: MapValue): Span | null {
    const span = this.#latest.get(fields) ?? this.#before.get(fields);
    // A key that came twice is two entries and one field.
    return span !== undefined && span.entries === fields.size ? span : null;
  }

  #count(size: number): void {
    this.#isCounted = true;
    if (this.#size + size > this.#maxSize / 2) {
      this.#before = this.#latest;
      this.#latest = new Map();
      this.#size = 0;
    }
    this.#size += size;
  }
}
