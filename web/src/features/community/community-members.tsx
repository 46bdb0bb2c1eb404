import type { CommunityMember } from '@sameboat/model/community-member';
import { IconUsers } from '@tabler/icons-react';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useNow } from '../../ui/use-now.ts';
import classes from './community-members.module.css';
import { ListedSwitch } from './listed-switch.tsx';
import { membersFrom } from './members-from.ts';

interface CommunityMembersProps {
  communityId: string;
  /** The membership of the person who looks. */
  me: CommunityMember;
}

/** Whether this person shows up in the member list, and the way to it, as soon as they may see it. */
export const CommunityMembers = ({ communityId, me }: CommunityMembersProps) => {
  const from = membersFrom(me.joinedAt.toMillis(), useNow());
  const runsIt = me.role !== 'member';
  return (
    <section className={classes.part} aria-labelledby="community-members">
      <h2 className={classes.title} id="community-members">
        Members
      </h2>
      {runsIt ? null : <ListedSwitch uid={me.uid} communityId={communityId} listed={me.listed} />}
      {runsIt || from === 'now' ? (
        <>
          <p className={classes.note}>{whoIsSeen(runsIt)}</p>
          <ButtonLink
            to={`/communities/${communityId}/members`}
            variant="default"
            icon={<IconUsers size={20} stroke={1.75} aria-hidden="true" />}
          >
            Show members
          </ButtonLink>
        </>
      ) : (
        <p className={classes.note}>{whenSeen(from)}</p>
      )}
    </section>
  );
};

export function whoIsSeen(runsIt: boolean): string {
  return runsIt
    ? 'You see everybody, because you help to run this community. Members see only those who chose to be listed.'
    : 'You see the members who chose to be listed.';
}

export function whenSeen(from: 'today' | 'tomorrow'): string {
  return from === 'tomorrow'
    ? 'From tomorrow you will see the members who chose to be listed.'
    : 'Later today you will see the members who chose to be listed.';
}
