import { type Community, communityPath, communitySchema } from '@sameboat/model/community';
import {
  type CommunityFacts,
  communityFactsPath,
  communityFactsSchema,
} from '@sameboat/model/community-facts';
import {
  type CommunityMember,
  communityMemberPath,
  communityMemberSchema,
} from '@sameboat/model/community-member';
import type { WithId } from './checked-documents.ts';
import { listenToDocument } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';

export type CommunityEntry = WithId<Community>;

/** One community; null when there is none. */
export function watchCommunity(uid: string, communityId: string): LiveSource<CommunityEntry | null> {
  return liveSource(`community/${uid}/${communityId}`, (observer) =>
    listenToDocument(communityPath(communityId), communitySchema, observer),
  );
}

/** Who founded a community and how many members it has; null until functions have counted. For its members only. */
export function watchCommunityFacts(
  uid: string,
  communityId: string,
): LiveSource<WithId<CommunityFacts> | null> {
  return liveSource(`community-facts/${uid}/${communityId}`, (observer) =>
    listenToDocument(communityFactsPath(communityId), communityFactsSchema, observer),
  );
}

/** The person's own membership of a community; null when they are not a member. */
export function watchOwnCommunityMember(
  uid: string,
  communityId: string,
): LiveSource<WithId<CommunityMember> | null> {
  return liveSource(`own-community-member/${uid}/${communityId}`, (observer) =>
    listenToDocument(communityMemberPath(communityId, uid), communityMemberSchema, observer),
  );
}
