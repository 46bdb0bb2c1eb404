import type { View } from '../store/view.ts';
import { StatusError } from '../values/status.ts';
import { fromMicros, type Micros, type Timestamp, toMicros } from '../values/timestamp.ts';
import type { DatabaseState } from './database-state.ts';
import type { Consistency, TransactionOptions } from './requests.ts';
import type { Transaction } from './transactions.ts';

/** A moment of the database to read, and the transaction that reads it. */
export interface ReadView {
  readonly view: View;
  readonly readTime: Timestamp;
  /** Begun by this very request; to be told to the client. */
  readonly newTransaction: Uint8Array | null;
  /** Locks what is read, when the transaction may write. */
  lockDocument(path: string): void;
  lockCollection(collectionId: string): void;
}

export function openReadView(state: DatabaseState, consistency: Consistency): ReadView {
  switch (consistency.kind) {
    case 'strong':
      return unlocked(state.store, state.store.clock.readTime());
    case 'readTime':
      return at(state, toMicros(consistency.time));
    case 'transaction':
      return ofTransaction(state, state.transactions.use(consistency.id), null);
    case 'newTransaction': {
      const transaction = beginTransaction(state, consistency.options);
      return ofTransaction(state, transaction, transaction.id);
    }
  }
}

export function beginTransaction(state: DatabaseState, options: TransactionOptions): Transaction {
  if (options.kind === 'readWrite') return state.transactions.begin(null);
  if (options.readTime === null) return state.transactions.begin(state.store.clock.read());
  const time = toMicros(options.readTime);
  viewAt(state, time);
  return state.transactions.begin(time);
}

function ofTransaction(
  state: DatabaseState,
  transaction: Transaction,
  newTransaction: Uint8Array | null,
): ReadView {
  if (transaction.snapshot !== null) return { ...at(state, transaction.snapshot), newTransaction };
  return {
    view: state.store,
    readTime: state.store.clock.readTime(),
    newTransaction,
    lockDocument: (path) => state.locks.lockDocument(transaction, path),
    lockCollection: (collectionId) => state.locks.lockCollection(transaction, collectionId),
  };
}

function at(state: DatabaseState, time: Micros): ReadView {
  return unlocked(viewAt(state, time), fromMicros(time));
}

function unlocked(view: View, readTime: Timestamp): ReadView {
  return {
    view,
    readTime,
    newTransaction: null,
    lockDocument: () => undefined,
    lockCollection: () => undefined,
  };
}

function viewAt(state: DatabaseState, time: Micros): View {
  if (time > state.store.clock.read()) {
    throw new StatusError('INVALID_ARGUMENT', "The requested 'read_time' cannot be in the future.");
  }
  const view = state.store.at(time);
  if (view === null) throw new StatusError('FAILED_PRECONDITION', "The requested 'read_time' is too old.");
  return view;
}
