import { Link } from 'react-router';
import { leaveCommunity } from '../../data/leave-community.ts';
import { useAction } from '../../data/use-action.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { watchCommunityChats } from '../../data/watch-community-chats.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { announce } from '../../ui/announcer.tsx';
import { LeaveButton } from '../../ui/leave-button.tsx';
import classes from './community-choice.module.css';

interface LeaveCommunityProps {
  uid: string;
  community: CommunityEntry;
  founder: boolean;
}

/** Out of a community and of every group chat of it. */
export const LeaveCommunity = ({ uid, community, founder }: LeaveCommunityProps) => {
  const leave = useAction(async () => {
    // Both are followed by the list of chats on the same screen.
    const chats = watchCommunityChats(uid, community.id).getSnapshot().value?.chats ?? [];
    const mine = watchMemberships(uid).getSnapshot().value?.chats;
    await leaveCommunity(
      uid,
      community.id,
      chats.map((chat) => chat.id).filter((id) => mine?.has(id)),
    );
    announce('You left the community.');
  });

  if (founder)
    return (
      <p className={classes.note}>
        You founded this community. To leave it,{' '}
        <Link to={`/communities/${community.id}/members`}>hand it over</Link> to another member first.
      </p>
    );
  return (
    <div className={classes.choice}>
      <LeaveButton
        label="Leave community"
        title="Leave this community?"
        busy={leave.busy}
        problem={leave.problem}
        onLeave={leave.start}
      >
        <p>
          You also leave its group chats. What you wrote stays.{' '}
          {community.visibility === 'open'
            ? 'You can join again at any time.'
            : 'To come back you need its access code.'}
        </p>
      </LeaveButton>
    </div>
  );
};
