import { communityMemberPath, type Shows } from '@sameboat/model/community-member';
import { type OwnProfile, profileDocuments } from '@sameboat/model/own-profile';
import { personPath } from '@sameboat/model/person';
import { privateProfilePath } from '@sameboat/model/private-profile';
import { type User, userPath } from '@sameboat/model/user';
import type { Write } from '../firebase/commit.ts';
import { serverTime } from '../firebase/encode-value.ts';

/** Firestore's limit, less the three documents of the profile itself. */
const TOGETHER = 497;

interface ProfileChange {
  readonly uid: string;
  readonly named: Pick<User, 'handle' | 'displayName' | 'avatar'>;
  readonly profile: OwnProfile;
  readonly communityIds: readonly string[];
}

/**
 * The commits that store a profile, in the order to send them: one, unless somebody is in hundreds of communities. Then
 * what their communities show is taken away first, the choice itself is stored next, and what they show from now on comes
 * last: wherever that is broken off, nothing is shown that was not chosen.
 */
export function profileCommits({ uid, named, profile, communityIds }: ProfileChange): readonly Write[][] {
  const documents = profileDocuments(profile, named, serverTime);
  const showing = (shows: Shows) =>
    communityIds.map((id): Write => ({ update: communityMemberPath(id, uid), data: { shows } }));
  const choice: Write[] = [
    { set: privateProfilePath(uid), data: documents.private },
    { update: userPath(uid), data: { bio: documents.bio, updatedAt: serverTime } },
    documents.listing ? { set: personPath(uid), data: documents.listing } : { delete: personPath(uid) },
  ];
  if (communityIds.length <= TOGETHER) return [[...choice, ...showing(documents.shows)]];
  return [...parts(showing({})), choice, ...parts(showing(documents.shows))];
}

function parts(writes: readonly Write[]): Write[][] {
  const found: Write[][] = [];
  for (let from = 0; from < writes.length; from += TOGETHER) found.push(writes.slice(from, from + TOGETHER));
  return found;
}
