import { joinCommunity } from '../../data/join-community.ts';
import { useAction } from '../../data/use-action.ts';
import type { CommunityEntry } from '../../data/watch-community.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import classes from './community-choice.module.css';

/** The way in. It stands under the rules, and says that joining means to keep them. */
export const JoinCommunity = ({ uid, community }: { uid: string; community: CommunityEntry }) => {
  const join = useAction(async () => {
    await joinCommunity(uid, community.id);
    announce('You joined the community.');
  });

  if (community.visibility === 'closed')
    return <p className={classes.note}>This community is by invitation.</p>;
  return (
    <div className={classes.choice}>
      <p className={classes.note}>
        {community.rules.trim() === '' ? null : 'By joining you agree to keep these rules. '}
        Those who run the community see that you joined. Other members see you only in the chats you join, or
        if you choose to be listed. You can leave at any time.
      </p>
      <Button onClick={join.start} busy={join.busy}>
        Join community
      </Button>
      {join.problem ? <p role="alert">{join.problem}</p> : null}
    </div>
  );
};
