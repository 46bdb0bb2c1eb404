import type { Sanction } from '@sameboat/model/sanction';
import { type FirestoreTime, latestTime } from '@sameboat/model/time';
import type { SanctionStore } from './sanction-store.ts';
import { timeOf } from './time-of.ts';

/**
 * Refuses every sign-in of `uid` from before `now` (milliseconds since the epoch), on its very next request. Resolves to
 * the time from which a new sign-in is good: a token says to the second when somebody signed in, so one within the
 * second of `now` would count as older.
 */
export async function refuseOlderSignIns(
  sanctions: SanctionStore,
  uid: string,
  now: number,
): Promise<number> {
  await sanctions.change(uid, (stored) => {
    // What staff or a deletion wrote stays as it is.
    const kept = stored && stored.kind !== 'signOut' ? stored : signedOut(uid, timeOf(now));
    return { ...kept, validAfter: latestTime(stored?.validAfter, timeOf(now)) };
  });
  return (Math.floor(now / 1_000) + 1) * 1_000;
}

function signedOut(uid: string, at: FirestoreTime): Sanction {
  return { banned: false, denied: [], reason: '', by: uid, at, until: null, validAfter: at, kind: 'signOut' };
}
