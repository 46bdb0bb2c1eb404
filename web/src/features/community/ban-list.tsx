import type { CommunityBan } from '@sameboat/model/community-ban';
import { errorSentence } from '../../data/data-error.ts';
import { getUser } from '../../data/get-user.ts';
import { liftBan } from '../../data/moderate-member.ts';
import { useAction } from '../../data/use-action.ts';
import { useLive } from '../../data/use-live.ts';
import { watchCommunityBans } from '../../data/watch-community-bans.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { useShownName } from '../../ui/discreet.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MembersWait } from '../../ui/members-wait.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { nameOf } from './community-log-words.ts';
import classes from './manage-page.module.css';

/** Who may not come back, why, and the way to let them back in. */
export const BanList = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const source = watchCommunityBans(uid, communityId);
  const bans = useLive(source);
  if (bans.value === undefined)
    return <MembersWait problem={bans.error && errorSentence(bans.error)} onRetry={source.retry} />;
  if (bans.value.length === 0)
    return (
      <EmptyState title="Nobody is kept out">
        <p>When somebody is removed and cannot come back, they are listed here.</p>
      </EmptyState>
    );
  return (
    <ul className={classes.list} aria-label="People who cannot come back">
      {bans.value.map((ban) => (
        <Ban key={ban.id} uid={uid} communityId={communityId} target={ban.id} ban={ban} />
      ))}
    </ul>
  );
};

interface BanProps {
  uid: string;
  communityId: string;
  target: string;
  ban: CommunityBan;
}

const Ban = ({ uid, communityId, target, ban }: BanProps) => {
  const name = useShownName(nameOf(useLive(getUser(uid, target))));
  const by = useShownName(nameOf(useLive(getUser(uid, ban.by))));
  const lift = useAction(async () => {
    await liftBan({ uid, communityId, target, reason: '' });
    announce('They can join again.');
  });
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <bdi className={classes.what}>{name}</bdi>
        {ban.reason.trim() === '' ? null : (
          <p className={classes.reason} dir="auto">
            {ban.reason}
          </p>
        )}
        <p className={classes.when}>
          by <bdi>{by}</bdi>, <TimeText at={new Date(ban.at.toMillis())} />
        </p>
        {lift.problem ? <p role="alert">{lift.problem}</p> : null}
      </div>
      <Button
        variant="default"
        size="small"
        onClick={lift.start}
        busy={lift.busy}
        aria-label={`Let ${name} back in`}
      >
        Let back in
      </Button>
    </li>
  );
};
