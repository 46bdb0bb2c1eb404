import { type PacedAct, pacePath, paceSchema } from '@sameboat/model/pace';
import { doc, getDocFromServer } from 'firebase/firestore';
import type { Write } from '../firebase/commit.ts';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { DataError, toDataError } from './data-error.ts';
import { isQuotaSpent, paceGuesses } from './pace-guesses.ts';

interface PacedCommit {
  readonly uid: string;
  readonly act: PacedAct;
  /** The id of what the act creates or joins. */
  readonly id: string;
}

/**
 * Commits writes together with the counter of the act, which the rules require in the same commit. Throws what
 * `commitNow` throws, or DataError 'too-often' when the quota of the act is used up.
 */
export async function commitPaced({ uid, act, id }: PacedCommit, writes: readonly Write[]): Promise<void> {
  const path = pacePath(uid, act);
  const stored = await readPace(path);
  const guesses = paceGuesses(stored, { act, id, nowMs: Date.now() }, serverTime);
  for (const [index, counter] of guesses.entries()) {
    try {
      await commitNow([{ set: path, data: counter }, ...writes]);
      return;
    } catch (cause) {
      const error = toDataError(cause);
      if (error.code !== 'not-allowed') throw error;
      if (index + 1 === guesses.length) throw isQuotaSpent(stored, act) ? new DataError('too-often') : error;
    }
  }
}

async function readPace(path: string) {
  try {
    const snapshot = await getDocFromServer(doc(firestore(), path));
    return paceSchema.safeParse(snapshot.data()).data ?? null;
  } catch (cause) {
    throw toDataError(cause);
  }
}
