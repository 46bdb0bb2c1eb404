import { StatusError } from '../values/status.ts';
import { commit } from './commit.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import type { Caller, Write, WriteResult } from './requests.ts';
import { requireAdmin } from './require-admin.ts';

/** Each write alone, in order; one that fails does not stop the others. */
export async function batchWrite(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  writes: readonly Write[],
): Promise<readonly (WriteResult | StatusError)[]> {
  requireAdmin(caller);
  if (new Set(writes.map((write) => write.path)).size < writes.length) {
    throw new StatusError(
      'INVALID_ARGUMENT',
      'the same document cannot be written more than once in a single request',
    );
  }
  return Promise.all(writes.map((write) => writeAlone(context, caller, state, write)));
}

async function writeAlone(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  write: Write,
): Promise<WriteResult | StatusError> {
  try {
    const { writeResults, commitTime } = await commit(context, caller, state, [write], null);
    return writeResults[0] ?? { updateTime: commitTime, transformResults: [] };
  } catch (error) {
    if (error instanceof StatusError) return error;
    throw error;
  }
}
