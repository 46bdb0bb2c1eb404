import type { CommunityRole } from '@sameboat/model/community-member';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { MemberRow } from '../../ui/member-row.tsx';

const ROLES = { founder: 'founder', moderator: 'moderator', member: null } as const;

interface CommunityMemberRowProps {
  asker: string;
  uid: string;
  role: CommunityRole;
}

/** A member by name and handle, and what they are here. */
export const CommunityMemberRow = ({ asker, uid, role }: CommunityMemberRowProps) => {
  const user = useLive(getUser(asker, uid));
  const name = user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
  const notes = [ROLES[role], uid === asker ? 'you' : null].filter((note) => note !== null);
  return (
    <MemberRow
      id={uid}
      name={name}
      handle={user.value?.handle}
      notes={notes}
      picture={user.value?.avatar}
      linked={Boolean(user.value)}
    />
  );
};
