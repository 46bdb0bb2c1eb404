/** What is asked of a writer of protobuf; protobufjs has one too, which the export uses. */
export interface ProtobufWriting {
  uint32(value: number): ProtobufWriting;
  int32(value: number): ProtobufWriting;
  /** A whole number, or the two halves of one. */
  int64(
    value: number | { readonly low: number; readonly high: number; readonly unsigned: boolean },
  ): ProtobufWriting;
  bool(value: boolean): ProtobufWriting;
  double(value: number): ProtobufWriting;
  string(value: string): ProtobufWriting;
  bytes(value: Uint8Array): ProtobufWriting;
  /** Begins something whose length stands before it; `ldelim` ends it. */
  fork(): ProtobufWriting;
  ldelim(): ProtobufWriting;
}

const FIRST_ROOM = 64 * 1024;
/** A writer that had to grow beyond this gives its room back. */
const KEPT_ROOM = 1024 * 1024;

/**
 * Writes straight into bytes, with one object for all of a message: every changed document is encoded, and protobufjs
 * makes an object for each number and text of it.
 */
export class ProtobufWriter implements ProtobufWriting {
  #room = Buffer.allocUnsafe(FIRST_ROOM);
  #end = 0;
  /** Where each open `fork` has its length. */
  readonly #forks: number[] = [];

  uint32(value: number): this {
    this.#reserve(10);
    this.#varint(value >>> 0);
    return this;
  }

  int32(value: number): this {
    return value < 0 ? this.int64(value) : this.uint32(value);
  }

  int64(value: number | { readonly low: number; readonly high: number }): this {
    this.#reserve(10);
    let low: number;
    let high: number;
    if (typeof value === 'number') {
      low = value >>> 0;
      high = Math.floor(value / 2 ** 32) >>> 0;
    } else {
      low = value.low >>> 0;
      high = value.high >>> 0;
    }
    while (high !== 0) {
      this.#room[this.#end++] = (low & 0x7f) | 0x80;
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    this.#varint(low);
    return this;
  }

  bool(value: boolean): this {
    return this.uint32(value ? 1 : 0);
  }

  double(value: number): this {
    this.#reserve(8);
    this.#end = this.#room.writeDoubleLE(value, this.#end);
    return this;
  }

  string(value: string): this {
    if (value.length < 0x80) {
      this.#reserve(1 + value.length * 3);
      const start = this.#end;
      const length = this.#room.write(value, start + 1, 'utf8');
      if (length < 0x80) {
        this.#room[start] = length;
        this.#end = start + 1 + length;
        return this;
      }
    }
    const length = Buffer.byteLength(value);
    this.#reserve(5 + length);
    this.#varint(length);
    this.#end += this.#room.write(value, this.#end, 'utf8');
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#reserve(5 + value.length);
    this.#varint(value.length);
    this.#room.set(value, this.#end);
    this.#end += value.length;
    return this;
  }

  /** What is encoded already, with its tags. */
  encoded(bytes: Buffer, start: number, end: number): this {
    this.#reserve(end - start);
    this.#end += bytes.copy(this.#room, this.#end, start, end);
    return this;
  }

  fork(): this {
    this.#reserve(1);
    this.#forks.push(this.#end);
    this.#end += 1;
    return this;
  }

  ldelim(): this {
    const start = this.#forks.pop();
    if (start === undefined) throw new Error('Nothing was begun that could end here.');
    const length = this.#end - start - 1;
    if (length >= 0x80) {
      // The length needs more than the byte that was left for it.
      const more = length < 2 ** 14 ? 1 : length < 2 ** 21 ? 2 : length < 2 ** 28 ? 3 : 4;
      this.#reserve(more);
      this.#room.copyWithin(start + 1 + more, start + 1, this.#end);
      const end = this.#end + more;
      this.#end = start;
      this.#varint(length);
      this.#end = end;
    } else this.#room[start] = length;
    return this;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#end;
  }

  /** The bytes written so far, as a copy; the writer begins anew. */
  finish(): Uint8Array {
    const bytes = Buffer.from(this.#room.subarray(0, this.#end));
    this.reset();
    return bytes;
  }

  /** Forgets what was written. */
  reset(): void {
    this.#end = 0;
    this.#forks.length = 0;
    if (this.#room.length > KEPT_ROOM) this.#room = Buffer.allocUnsafe(FIRST_ROOM);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#room[this.#end++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#room[this.#end++] = rest;
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#room.length) return;
    const room = Buffer.allocUnsafe(Math.max(this.#room.length * 2, this.#end + bytes));
    this.#room.copy(room, 0, 0, this.#end);
    this.#room = room;
  }
}
