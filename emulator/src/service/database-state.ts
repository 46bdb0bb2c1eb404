import { Clock } from '../store/clock.ts';
import { Database } from '../store/database.ts';
import type { DatabaseId } from '../values/document.ts';
import { Locks } from './locks.ts';
import type { FirestoreServiceOptions } from './options.ts';
import { Transactions } from './transactions.ts';
import { Watches } from './watches.ts';

const LOCK_TIMEOUT_MS = 2000;

/** Everything that belongs to one database while the process runs. */
export interface DatabaseState {
  readonly id: DatabaseId;
  readonly store: Database;
  readonly locks: Locks;
  readonly transactions: Transactions;
  readonly watches: Watches;
}

/** The databases, each made when it is first named. */
export class Databases {
  readonly #states = new Map<string, DatabaseState>();
  readonly #now: () => number;
  readonly #lockTimeoutMs: number;

  constructor(options: FirestoreServiceOptions) {
    this.#now = options.now ?? Date.now;
    this.#lockTimeoutMs = options.lockTimeoutMs ?? LOCK_TIMEOUT_MS;
  }

  get(id: DatabaseId): DatabaseState {
    const key = `${id.project}/${id.database}`;
    let state = this.#states.get(key);
    if (state === undefined) {
      const store = new Database(new Clock(this.#now));
      const locks = new Locks(this.#lockTimeoutMs);
      state = {
        id,
        store,
        locks,
        transactions: new Transactions(locks, this.#now),
        watches: new Watches(id, store),
      };
      this.#states.set(key, state);
    }
    return state;
  }

  all(): readonly DatabaseState[] {
    return [...this.#states.values()];
  }
}
