import { StatusError } from '../values/status.ts';
import type { Micros } from '../values/timestamp.ts';
import type { Locks } from './locks.ts';

/** An unused transaction ends this long after its last request. */
const EXPIRY_MS = 60_000;
const ID_BYTES = 8;

export interface Transaction {
  readonly id: Uint8Array;
  readonly number: bigint;
  /** A read-only transaction sees the database at this time and locks nothing; null for a read-write one. */
  readonly snapshot: Micros | null;
  lastUsed: number;
}

/** The open transactions of one database. */
export class Transactions {
  readonly #open = new Map<bigint, Transaction>();
  readonly #locks: Locks;
  readonly #now: () => number;
  #issued = 0n;

  /** `now` in milliseconds. */
  constructor(locks: Locks, now: () => number) {
    this.#locks = locks;
    this.#now = now;
  }

  begin(snapshot: Micros | null): Transaction {
    this.#issued += 1n;
    const id = Buffer.alloc(ID_BYTES);
    id.writeBigUInt64BE(this.#issued);
    const transaction = { id, number: this.#issued, snapshot, lastUsed: this.#now() };
    this.#open.set(transaction.number, transaction);
    return transaction;
  }

  /** Throws what Google's emulator does: UNKNOWN without a message for an ID never given, ABORTED for an ended one. */
  use(id: Uint8Array): Transaction {
    this.expire();
    const number = numberOf(id);
    if (number === null) throw new StatusError('INVALID_ARGUMENT', 'Invalid transaction.');
    const transaction = this.#open.get(number);
    if (transaction !== undefined) {
      transaction.lastUsed = this.#now();
      return transaction;
    }
    if (number > this.#issued || number === 0n) throw new StatusError('UNKNOWN', '');
    throw new StatusError('ABORTED', 'The referenced transaction has expired or is no longer valid.');
  }

  rollback(id: Uint8Array): void {
    const number = numberOf(id);
    if (number === null || number > this.#issued || number === 0n) {
      throw new StatusError('INVALID_ARGUMENT', 'Transaction is invalid or expired.');
    }
    this.end(this.use(id));
  }

  end(transaction: Transaction): void {
    this.#open.delete(transaction.number);
    this.#locks.release(transaction);
  }

  /** Ends what nobody has used for a minute; called before locks are looked at. */
  expire(): void {
    const oldest = this.#now() - EXPIRY_MS;
    for (const transaction of this.#open.values()) if (transaction.lastUsed <= oldest) this.end(transaction);
  }
}

function numberOf(id: Uint8Array): bigint | null {
  return id.length === ID_BYTES ? Buffer.from(id).readBigUInt64BE() : null;
}
