import { communityPath, newCommunity } from '@sameboat/model/community';
import { communityMemberPath, founderMember } from '@sameboat/model/community-member';
import { communityNamePath, newCommunityName } from '@sameboat/model/community-name';
import { dayOf } from '@sameboat/model/day';
import type { Place } from '@sameboat/model/place';
import { communityNameKey, isAsciiName } from '@sameboat/model/slug';
import type { TopicId } from '@sameboat/model/topics';
import { collection, doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { claimCommunityName } from './claim-community-name.ts';
import { commitPaced } from './commit-paced.ts';
import { DataError, toDataError } from './data-error.ts';
import { readShows } from './read-shows.ts';

export interface CommunityInput {
  readonly name: string;
  readonly topic: TopicId;
  readonly place: Place | null;
  readonly about: string;
  readonly rules: string;
  readonly visibility: 'open' | 'closed';
}

/**
 * Creates a community with `uid` as its founder, claims its name, and returns its id. Throws DataError:
 * 'name-taken' when another community has the name (also when it was claimed a moment ago), 'offline', 'too-often',
 * 'not-allowed'.
 */
export async function createCommunity(uid: string, input: CommunityInput): Promise<string> {
  const db = firestore();
  const id = doc(collection(db, 'communities')).id;
  const name = input.name.normalize('NFKC').trim();
  const claimed = isAsciiName(name) ? {} : { slug: await claimCommunityName(name, id) };
  const community = newCommunity({ ...input, name, ...claimed, today: dayOf(Date.now()) }, serverTime);
  const founder = { ...founderMember(uid, serverTime), shows: await readShows(uid) };
  const claimPath = communityNamePath(await communityNameKey(community.slug));
  try {
    await commitPaced({ uid, act: 'createCommunity', id }, [
      { set: communityPath(id), data: community },
      ...(isAsciiName(name) ? [{ set: claimPath, data: newCommunityName(id) }] : []),
      { set: communityMemberPath(id, uid), data: founder },
    ]);
    return id;
  } catch (cause) {
    const error = toDataError(cause);
    // A taken name is refused like anything else; only the claim itself tells which it was.
    if (error.code !== 'not-allowed' && error.code !== 'too-often') throw error;
    const holder = await getDocFromServer(doc(db, claimPath)).catch(() => null);
    const holderId = holder?.get('communityId');
    if (holder?.exists() !== true) throw error;
    if (holderId !== id) throw new DataError('name-taken');
    // Mine: the answer was lost, unless the name was claimed before the community.
    const made = await getDocFromServer(doc(db, communityPath(id))).catch(() => null);
    if (made?.exists() !== true) throw error;
    return id;
  }
}
