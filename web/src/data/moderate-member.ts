import { communityBanPath, newCommunityBan } from '@sameboat/model/community-ban';
import { communityLogPath, type MemberAct, newCommunityLogEntry } from '@sameboat/model/community-log';
import { communityMemberPath } from '@sameboat/model/community-member';
import { collection, doc } from 'firebase/firestore';
import type { Write } from '../firebase/commit.ts';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitPaced } from './commit-paced.ts';

export interface Moderation {
  /** Who does it: the founder or a moderator. */
  readonly uid: string;
  readonly communityId: string;
  /** To whom. */
  readonly target: string;
  /** What the person and the log are told. Needed for a removal; may be empty otherwise. */
  readonly reason: string;
}

/** Ends somebody's membership. Throws DataError, as all of these: 'offline', 'too-often', 'not-allowed'. */
export function removeMember(moderation: Moderation): Promise<void> {
  return commitLogged('remove', moderation, [{ delete: memberOf(moderation) }]);
}

/** Ends somebody's membership and keeps them from coming back. */
export function banMember(moderation: Moderation): Promise<void> {
  const { uid, communityId, target, reason } = moderation;
  return commitLogged('ban', moderation, [
    {
      set: communityBanPath(communityId, target),
      data: newCommunityBan({ by: uid, reason }, serverTime),
    },
    { delete: memberOf(moderation) },
  ]);
}

/** Lets somebody come back. */
export function liftBan(moderation: Moderation): Promise<void> {
  const { communityId, target } = moderation;
  return commitLogged('unban', moderation, [{ delete: communityBanPath(communityId, target) }]);
}

/** Makes a member a moderator, or a moderator a member again. For the founder. */
export function setModerator(moderation: Moderation, isModerator: boolean): Promise<void> {
  return commitLogged(isModerator ? 'appoint' : 'withdraw', moderation, [
    { update: memberOf(moderation), data: { role: isModerator ? 'moderator' : 'member' } },
  ]);
}

/** Makes a member or moderator the founder, and the founder a moderator, at one moment. */
export function handOverCommunity(moderation: Moderation): Promise<void> {
  const { uid, communityId } = moderation;
  return commitLogged('handOver', moderation, [
    { update: memberOf(moderation), data: { role: 'founder' } },
    { update: communityMemberPath(communityId, uid), data: { role: 'moderator' } },
  ]);
}

function memberOf({ communityId, target }: Moderation): string {
  return communityMemberPath(communityId, target);
}

/** With the log entry that the rules require in the same commit. */
function commitLogged(act: MemberAct, moderation: Moderation, writes: readonly Write[]): Promise<void> {
  const { uid, communityId, target, reason } = moderation;
  const { id } = doc(collection(firestore(), 'communities'));
  const entry = newCommunityLogEntry({ actor: uid, act, target, reason }, serverTime);
  return commitPaced({ uid, act: 'moderate', id }, [
    { set: communityLogPath(communityId, id), data: entry },
    ...writes,
  ]);
}
