import { handlePath, newHandle, storedHandleSchema } from '@sameboat/model/handle';
import { personPath } from '@sameboat/model/person';
import { userPath } from '@sameboat/model/user';
import { doc, getDocFromServer } from 'firebase/firestore';
import type { Write } from '../../firebase/commit.ts';
import { serverTime } from '../../firebase/encode-value.ts';
import { firestore } from '../../firebase/firestore.ts';
import { commitNow } from '../commit-now.ts';
import { commitPaced } from '../commit-paced.ts';
import { DataError, toDataError } from '../data-error.ts';

/** Changes the name that others read. Throws DataError. */
export async function changeDisplayName(uid: string, displayName: string): Promise<void> {
  await commitNow([
    { update: userPath(uid), data: { displayName, updatedAt: serverTime } },
    ...(await listingWrites(uid, { displayName })),
  ]);
}

interface HandleChange {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Changes the handle and frees the old one, in one commit or not at all. Of two people who want one handle at the same
 * moment exactly one gets it. Throws DataError: 'name-taken', 'too-often', 'offline', 'not-allowed'.
 */
export async function changeHandle({ uid, from, to }: HandleChange): Promise<void> {
  const before = await holderOf(to);
  if (before === uid) return;
  if (before !== null) throw new DataError('name-taken');
  try {
    await commitPaced({ uid, act: 'handle', id: to }, [
      { update: userPath(uid), data: { handle: to, updatedAt: serverTime } },
      { set: handlePath(to), data: newHandle(uid) },
      { delete: handlePath(from) },
      ...(await listingWrites(uid, { handle: to })),
    ]);
  } catch (cause) {
    // A lost race is refused like anything else, and an answer may get lost: the claim itself tells which it was.
    const holder = await holderOf(to).catch(() => null);
    if (holder === uid) return;
    throw holder === null ? toDataError(cause) : new DataError('name-taken');
  }
}

async function holderOf(handle: string): Promise<string | null> {
  const snapshot = await read(handlePath(handle));
  return snapshot.exists() ? storedHandleSchema.parse(snapshot.data()).uid : null;
}

/** The search listing, if I am in it, must have the names of my profile. */
async function listingWrites(
  uid: string,
  names: { readonly handle?: string; readonly displayName?: string },
): Promise<readonly Write[]> {
  const listing = await read(personPath(uid));
  if (!listing.exists()) return [];
  const lastActiveAt = listing.get('lastActiveAt') === null ? null : serverTime;
  return [{ update: personPath(uid), data: { ...names, lastActiveAt, updatedAt: serverTime } }];
}

async function read(path: string) {
  try {
    return await getDocFromServer(doc(firestore(), path));
  } catch (cause) {
    throw toDataError(cause);
  }
}
