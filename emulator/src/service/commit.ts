import type { View } from '../store/view.ts';
import { StatusError } from '../values/status.ts';
import { fromMicros, fromMillis, type Micros, toMicros } from '../values/timestamp.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import { checkWrites, planWrites } from './plan-writes.ts';
import type { Caller, CommitResult, Write } from './requests.ts';

/** Waits for the locks of other transactions, then acts in one go: plan, rules, preconditions, store, listeners. */
export async function commit(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  writes: readonly Write[],
  transactionId: Uint8Array | null,
): Promise<CommitResult> {
  const transaction = transactionId === null ? null : state.transactions.use(transactionId);
  try {
    checkWrites(writes);
    if (transaction !== null && transaction.snapshot !== null && writes.length > 0) {
      throw new StatusError('INVALID_ARGUMENT', 'Cannot modify entities in a read-only transaction.');
    }
    state.transactions.expire();
    const paths = writes.map((write) => write.path);
    return await state.locks.whenFree(paths, transaction, () => commitNow(context, caller, state, writes));
  } finally {
    if (transaction !== null) state.transactions.end(transaction);
  }
}

function commitNow(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  writes: readonly Write[],
): CommitResult {
  const { id, store, watches } = state;
  const serverTime = fromMillis(store.clock.millis());
  const time = store.clock.nextCommit(lastChange(store, writes));
  const commitTime = fromMicros(time);
  const planned = planWrites(id, store, writes, commitTime, serverTime);
  context.gate.writes(caller, id, planned, store, serverTime);
  if (planned.error !== null) throw planned.error;
  if (planned.changes.length > 0) {
    store.apply(time, planned.changes);
    watches.changed(planned.changes, time);
    context.onCommit?.({ database: id, commitTime, caller, changes: planned.changes });
  }
  return { writeResults: planned.results, commitTime };
}

/** When one of the written documents last changed; 0 when none of them is there. */
function lastChange(view: View, writes: readonly Write[]): Micros {
  let last = 0;
  for (const { path } of writes) {
    const document = view.get(path);
    if (document !== null) last = Math.max(last, toMicros(document.updateTime));
  }
  return last;
}
