import type { CommunityMember } from '@sameboat/model/community-member';
import { errorSentence } from '../../data/data-error.ts';
import { useLive } from '../../data/use-live.ts';
import { watchCommunityTeam } from '../../data/watch-community-team.ts';
import { MembersWait } from '../../ui/members-wait.tsx';
import { CommunityMemberRow } from './community-member-row.tsx';
import classes from './community-members.module.css';
import { type ChosenAct, menuOf } from './member-acts.ts';

interface CommunityTeamProps {
  uid: string;
  communityId: string;
  /** The membership of the person who looks, where they can do something to those who are shown. */
  asker?: CommunityMember;
  onAct?: (chosen: ChosenAct) => void;
}

/** The founder and the moderators: whom to turn to. For members alone. */
export const CommunityTeam = ({ uid, communityId, asker, onAct }: CommunityTeamProps) => {
  const source = watchCommunityTeam(uid, communityId);
  const team = useLive(source);
  return (
    <section className={classes.part} aria-labelledby="community-team">
      <h2 className={classes.title} id="community-team">
        Who runs it
      </h2>
      {team.value === undefined ? (
        <MembersWait problem={team.error && errorSentence(team.error)} onRetry={source.retry} />
      ) : null}
      {team.value?.length === 0 ? (
        <p className={classes.note}>Nobody at the moment. Its founder has left.</p>
      ) : null}
      {team.value && team.value.length > 0 ? (
        <ul className={classes.list} aria-labelledby="community-team">
          {team.value.map((member) => (
            <CommunityMemberRow
              key={member.uid}
              asker={uid}
              uid={member.uid}
              role={member.role}
              menu={(name) =>
                asker === undefined
                  ? []
                  : menuOf({ asker, member }, (act) => onAct?.({ act, target: { uid: member.uid, name } }))
              }
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
};
