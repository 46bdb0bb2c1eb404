import type { Writable } from 'node:stream';
import type { ListenResponse } from '../../service/requests.ts';
import type { DatabaseId } from '../../values/document.ts';
import { StatusError } from '../../values/status.ts';
import { asStatusError } from '../../wire/as-status-error.ts';
import { encodeListenResponses } from '../../wire/listen.ts';
import { inPieces } from './together.ts';

/**
 * A client that has stopped reading is cut off, so that it cannot fill the memory. A first answer may be longer than
 * this; it has to become shorter in time.
 */
const MAX_UNREAD_RESPONSES = 100_000;
const MAX_UNREAD_MS = 30_000;

/**
 * The responses of one Listen stream, in their order. They are encoded and sent in a turn of their own, so that whoever
 * made a commit has its answer before all who listen have theirs.
 */
export class ListenResponses {
  #waiting: { readonly database: DatabaseId; readonly response: ListenResponse }[] = [];
  #unread = 0;
  #tooManySince: number | null = null;

  constructor(
    private readonly call: Pick<Writable, 'write' | 'destroyed' | 'destroy'>,
    private readonly end: (error: StatusError) => void,
  ) {}

  add(database: DatabaseId, response: ListenResponse): void {
    if (this.#waiting.length === 0) setImmediate(() => this.send());
    this.#waiting.push({ database, response });
  }

  /** Sends what waits, now. */
  send(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0 || this.call.destroyed) return;
    try {
      for (const piece of inPieces(encodeListenResponses(waiting))) this.write(piece);
    } catch (error) {
      this.end(asStatusError(error));
      return;
    }
    if (this.#hasStoppedReading()) {
      this.end(new StatusError('RESOURCE_EXHAUSTED', 'The client does not read what it listens to.'));
      // Lets go of what it has not read.
      this.call.destroy();
    }
  }

  private write(piece: readonly Uint8Array[]): void {
    this.#unread += piece.length;
    this.call.write(piece, () => {
      this.#unread -= piece.length;
    });
  }

  #hasStoppedReading(): boolean {
    if (this.#unread <= MAX_UNREAD_RESPONSES) {
      this.#tooManySince = null;
      return false;
    }
    this.#tooManySince ??= performance.now();
    return performance.now() - this.#tooManySince > MAX_UNREAD_MS;
  }
}
