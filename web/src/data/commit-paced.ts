import { type PacedAct, pacePath, paceSchema } from '@sameboat/model/pace';
import { doc, serverTimestamp, type Transaction } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { DataError, toDataError } from './data-error.ts';
import { isQuotaSpent, paceGuesses } from './pace-guesses.ts';

interface PacedCommit {
  readonly uid: string;
  readonly act: PacedAct;
  /** Of what the act makes or joins. */
  readonly id: string;
}

/**
 * Commits what `write` writes together with the counter of the act, which the rules want to see in the same batch. As
 * `commitNow`; throws DataError 'too-often' when the person has done this as often as they may for now.
 */
export async function commitPaced(
  { uid, act, id }: PacedCommit,
  write: (transaction: Transaction) => void,
): Promise<void> {
  const counter = doc(firestore(), pacePath(uid, act));
  let spent = false;
  let more = true;
  for (let turn = 0; more; turn += 1) {
    try {
      await commitNow(
        async (transaction) => {
          const stored = paceSchema.safeParse((await transaction.get(counter)).data()).data ?? null;
          const guesses = paceGuesses(stored, { act, id, nowMs: Date.now() }, serverTimestamp());
          const guess = guesses[turn];
          if (guess === undefined) throw new DataError('not-allowed');
          spent = isQuotaSpent(stored, act);
          more = turn + 1 < guesses.length;
          transaction.set(counter, guess);
          write(transaction);
        },
        // Another device of this person may count at the same moment.
        { maxAttempts: 3 },
      );
      return;
    } catch (cause) {
      const error = toDataError(cause);
      if (error.code !== 'not-allowed') throw error;
      if (!more) throw spent ? new DataError('too-often') : error;
    }
  }
}
