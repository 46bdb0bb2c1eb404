import { type CommunityBan, communityBanSchema } from '@sameboat/model/community-ban';
import { communityBansQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** The newest 100 people who may not come back; the id of each is their uid. For the founder and the moderators. */
export function watchCommunityBans(uid: string, communityId: string): LiveSource<WithId<CommunityBan>[]> {
  return liveSource(`community-bans/${uid}/${communityId}`, (observer) =>
    listenToQuery(toQuery(firestore(), communityBansQuery(communityId)), communityBanSchema, observer),
  );
}
