import { type OwnProfile, toOwnProfile } from '@sameboat/model/own-profile';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import type { User } from '@sameboat/model/user';
import type { Standing } from '@sameboat/model/visibility';
import type { DataError } from '../../data/data-error.ts';
import { type OwnCommunity, ownCommunities } from '../../data/own-communities.ts';
import { useLive } from '../../data/use-live.ts';
import { watchPrivateProfile } from '../../data/watch-private-profile.ts';

interface OwnProfileState {
  /** Null until both have been read. */
  readonly profile: OwnProfile | null;
  /** How this person belongs to communities, which decides who reads a field. */
  readonly communities: Omit<Standing, 'discoverable'>;
  readonly memberships: readonly OwnCommunity[];
  readonly error: DataError | null;
  readonly retry: () => void;
}

/** My own profile with everything in it, and what it takes to say who can see it. */
export function useOwnProfile(uid: string, user: Pick<User, 'bio'>): OwnProfileState {
  const profileSource = watchPrivateProfile(uid);
  const communitiesSource = ownCommunities(uid);
  const stored = useLive(profileSource);
  const communities = useLive(communitiesSource);
  const isRead = stored.value !== undefined && communities.value !== undefined;
  const time = { seconds: 0, nanoseconds: 0, toMillis: () => 0 };
  return {
    profile: isRead ? toOwnProfile(stored.value ?? newPrivateProfile(time), user) : null,
    communities: {
      joined: (communities.value?.length ?? 0) > 0,
      listed: communities.value?.some(({ listed, isTeam }) => listed || isTeam) ?? false,
    },
    memberships: communities.value ?? [],
    error: isRead ? null : (stored.error ?? communities.error),
    retry: () => {
      profileSource.retry();
      communitiesSource.retry();
    },
  };
}
