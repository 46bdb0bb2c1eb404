import { communityPath, newCommunity } from '@sameboat/model/community';
import { communityMemberPath, founderMember } from '@sameboat/model/community-member';
import { communityNamePath, newCommunityName } from '@sameboat/model/community-name';
import type { Place } from '@sameboat/model/place';
import { communityNameKey } from '@sameboat/model/slug';
import type { TopicId } from '@sameboat/model/topics';
import { collection, doc, getDocFromServer, serverTimestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { DataError, toDataError } from './data-error.ts';

export interface CommunityInput {
  readonly name: string;
  readonly topic: TopicId;
  readonly place: Place | null;
  readonly about: string;
  readonly rules: string;
}

/**
 * Creates an open community with `uid` as its founder, claims its name, and returns its id. Throws DataError:
 * 'name-taken' when another community has the name (also when it was claimed a moment ago), 'offline', 'not-allowed'.
 */
export async function createCommunity(uid: string, input: CommunityInput): Promise<string> {
  const db = firestore();
  const id = doc(collection(db, 'communities')).id;
  const now = serverTimestamp();
  const community = newCommunity({ ...input, visibility: 'open', founderId: uid }, now);
  const claim = doc(db, communityNamePath(await communityNameKey(community.slug)));
  try {
    await commitNow((transaction) => {
      transaction.set(doc(db, communityPath(id)), community);
      transaction.set(claim, newCommunityName(id));
      transaction.set(doc(db, communityMemberPath(id, uid)), founderMember(uid, now));
    });
    return id;
  } catch (cause) {
    const error = toDataError(cause);
    // A taken name is refused like anything else; only the claim itself tells which it was.
    if (error.code !== 'not-allowed') throw error;
    const holder = await getDocFromServer(claim).catch(() => null);
    if (holder?.exists() !== true) throw error;
    if (holder.get('communityId') === id) return id;
    throw new DataError('name-taken');
  }
}
