import { communityPath } from '@sameboat/model/community';
import { communityNamePath, newCommunityName } from '@sameboat/model/community-name';
import type { Place } from '@sameboat/model/place';
import { communityNameKey, isAsciiName, slugOf } from '@sameboat/model/slug';
import { doc, getDocFromServer } from 'firebase/firestore';
import type { Write } from '../firebase/commit.ts';
import { firestore } from '../firebase/firestore.ts';
import { claimCommunityName } from './claim-community-name.ts';
import { commitNow } from './commit-now.ts';
import { DataError, toDataError } from './data-error.ts';
import type { CommunityEntry } from './watch-community.ts';

/** What the founder may change; a moderator only `about` and `rules`. A closed community never becomes open again. */
export interface CommunityChange {
  readonly name?: string;
  readonly place?: Place | null;
  readonly about?: string;
  readonly rules?: string;
  readonly visibility?: 'closed';
}

/**
 * Changes a community, and with a new name its claim. Throws DataError: 'name-taken', 'too-often' (names), 'offline',
 * 'not-allowed'.
 */
export async function updateCommunity(before: CommunityEntry, change: CommunityChange): Promise<void> {
  const { name, ...fields } = change;
  const update = communityPath(before.id);
  if (name === undefined || name === before.name) {
    if (Object.keys(fields).length > 0) await commitNow([{ update, data: fields }]);
    return;
  }
  const slug = isAsciiName(name) ? slugOf(name) : await claimCommunityName(name, before.id);
  const claim = communityNamePath(await communityNameKey(slug));
  const claims: Write[] =
    slug === before.slug
      ? []
      : [
          ...(isAsciiName(name) ? [{ set: claim, data: newCommunityName(before.id) }] : []),
          { delete: communityNamePath(await communityNameKey(before.slug)) },
        ];
  try {
    await commitNow([{ update, data: { ...fields, name, slug } }, ...claims]);
  } catch (cause) {
    const error = toDataError(cause);
    if (error.code !== 'not-allowed') throw error;
    // A taken name is refused like anything else; only the claim itself tells which it was.
    const holder = await getDocFromServer(doc(firestore(), claim)).catch(() => null);
    const isTaken = holder?.exists() === true && holder.get('communityId') !== before.id;
    throw isTaken ? new DataError('name-taken') : error;
  }
}
