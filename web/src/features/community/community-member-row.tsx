import type { ChatRole } from '@sameboat/model/chat-member';
import type { CommunityRole } from '@sameboat/model/community-member';
import { type TopicId, topicName } from '@sameboat/model/topics';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { MemberRow } from '../../ui/member-row.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu-entry.ts';

const ROLES = { founder: 'founder', moderator: 'moderator', owner: 'owner', member: null } as const;

interface CommunityMemberRowProps {
  asker: string;
  uid: string;
  role: CommunityRole | ChatRole;
  /** What both have, where the person shows it here. */
  shared?: readonly TopicId[];
  /** What this person can do to them, by the name that is shown; no menu where it is empty. */
  menu?: (name: string) => readonly MenuEntry[];
}

/** A member by name and handle, and what they are here. */
export const CommunityMemberRow = ({ asker, uid, role, shared = [], menu }: CommunityMemberRowProps) => {
  const navigate = useNavigate();
  const user = useLive(getUser(asker, uid));
  const name = user.value?.displayName ?? (user.status === 'ready' ? 'Someone who left' : ' ');
  const notes = [ROLES[role], uid === asker ? 'you' : null, ...shared.map(topicName)].filter(
    (note) => note !== null,
  );
  const acts = menu?.(name) ?? [];
  const message: MenuEntry = { label: 'Message', onSelect: () => void navigate(`/people/${uid}/message`) };
  const items = acts.length === 0 || !user.value ? acts : [message, 'line' as const, ...acts];
  return (
    <MemberRow
      id={uid}
      name={name}
      handle={user.value?.handle}
      notes={notes}
      picture={user.value?.avatar}
      linked={Boolean(user.value)}
      menu={
        items.length === 0 ? null : (
          <MenuButton
            label={`More for ${name}`}
            menuLabel={name}
            icon={<IconDots size={20} stroke={1.75} />}
            items={items}
          />
        )
      }
    />
  );
};
