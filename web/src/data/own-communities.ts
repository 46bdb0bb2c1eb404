import { communityMemberSchema } from '@sameboat/model/community-member';
import { pageLimits } from '@sameboat/model/limits';
import { myMembershipsQuery, type PageCursor } from '@sameboat/model/queries';
import { getDocsFromServer, type QuerySnapshot, Timestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { expectAnswerOf } from './connection.ts';
import { toDataError } from './data-error.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

export interface OwnCommunity {
  readonly id: string;
  /** Whether the person is in its member list, */
  readonly listed: boolean;
  /** or helps to run it, which every member sees. */
  readonly isTeam: boolean;
}

/** Every community that `uid` is a member of, from the server: 200 memberships a page. Throws DataError. */
export async function readOwnCommunities(uid: string): Promise<readonly OwnCommunity[]> {
  const found: OwnCommunity[] = [];
  let after: PageCursor | null = null;
  do {
    const snapshot: QuerySnapshot = await expectAnswerOf(
      getDocsFromServer(toQuery(firestore(), myMembershipsQuery(uid, after))),
    ).catch((cause: unknown) => {
      throw toDataError(cause);
    });
    for (const document of snapshot.docs) {
      const [collection, id] = document.ref.path.split('/');
      if (collection !== 'communities' || id === undefined) continue;
      const member = communityMemberSchema.safeParse(document.data()).data;
      if (member !== undefined) found.push({ id, listed: member.listed, isTeam: member.role !== 'member' });
    }
    const last = snapshot.docs.at(-1);
    const at: unknown = last?.get('joinedAt');
    const isLast = last === undefined || snapshot.size < pageLimits.memberships || !(at instanceof Timestamp);
    after = isLast ? null : { at, id: last.id };
  } while (after !== null);
  return found;
}

/** The same for a screen, read once. */
export function ownCommunities(uid: string): LiveSource<readonly OwnCommunity[]> {
  return liveSource(`own-communities/${uid}`, (observer) => {
    let open = true;
    readOwnCommunities(uid).then(
      (communities) => {
        if (open) observer.next(communities, false);
      },
      (error: unknown) => {
        if (open) observer.error(error);
      },
    );
    return () => {
      open = false;
    };
  });
}
