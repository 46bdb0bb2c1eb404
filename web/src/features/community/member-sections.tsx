import type { CommunityMember } from '@sameboat/model/community-member';
import {
  type CommunityMemberEntry,
  everyMember,
  listedMembers,
  sharingMembers,
} from '../../data/community-members.ts';
import { errorSentence } from '../../data/data-error.ts';
import type { PagedSource } from '../../data/paged-source.ts';
import { useLive } from '../../data/use-live.ts';
import { usePaged } from '../../data/use-paged.ts';
import { watchPrivateProfile } from '../../data/watch-private-profile.ts';
import { Button } from '../../ui/button.tsx';
import { MembersWait } from '../../ui/members-wait.tsx';
import { CommunityMemberRow } from './community-member-row.tsx';
import classes from './community-members.module.css';
import { type ChosenAct, type KnownChanges, menuOf } from './member-acts.ts';
import { shownMembers, topicsInCommon } from './shown-members.ts';

interface MemberSectionsProps {
  communityId: string;
  me: CommunityMember;
  changes: KnownChanges;
  onAct: (chosen: ChosenAct) => void;
}

/** Those who share a topic with me first, then all whom I may see. Who runs it stands above. */
export const MemberSections = ({ communityId, me, changes, onAct }: MemberSectionsProps) => {
  const asking = { uid: me.uid, communityId, listed: me.listed };
  const topics = useLive(watchPrivateProfile(me.uid)).value?.topics ?? [];
  const sharingSource = topics.length > 0 ? sharingMembers(asking, topics) : null;
  const sharing = usePaged(sharingSource);
  const source = me.role === 'member' ? listedMembers(asking) : everyMember(asking);
  const all = usePaged(source);
  const { inCommon, others } = shownMembers({ sharing: sharing.items, all: all.items, me: me.uid, changes });

  const rows = (members: readonly CommunityMemberEntry[], label: string) => (
    <ul className={classes.list} aria-labelledby={label}>
      {members.map((member) => (
        <CommunityMemberRow
          key={member.uid}
          asker={me.uid}
          uid={member.uid}
          role={member.role}
          shared={topicsInCommon(member, topics)}
          menu={(name) =>
            menuOf({ asker: me, member }, (act) => onAct({ act, target: { uid: member.uid, name } }))
          }
        />
      ))}
    </ul>
  );

  if (all.items === null)
    return <MembersWait problem={all.error && errorSentence(all.error)} onRetry={source.retry} />;
  return (
    <>
      {inCommon.length > 0 ? (
        <section className={classes.part} aria-labelledby="members-in-common">
          <h2 className={classes.title} id="members-in-common">
            People who share something with you
          </h2>
          {rows(inCommon, 'members-in-common')}
          <More source={sharingSource} />
        </section>
      ) : null}
      <section className={classes.part} aria-labelledby="all-members">
        <h2 className={classes.title} id="all-members">
          {me.role === 'member' ? 'Listed members' : 'All members'}
        </h2>
        {others.length === 0 && !all.hasMore ? (
          <p className={classes.note}>{nobody(me.role === 'member', inCommon.length > 0)}</p>
        ) : (
          rows(others, 'all-members')
        )}
        <More source={source} />
      </section>
    </>
  );
};

function nobody(isMember: boolean, hasOthers: boolean): string {
  if (hasOthers) return 'Nobody else.';
  return isMember ? 'Nobody has chosen to be listed yet.' : 'Nobody else has joined yet.';
}

const More = ({ source }: { source: PagedSource<CommunityMemberEntry> | null }) => {
  const { hasMore, loadingMore, error } = usePaged(source);
  if (source === null) return null;
  return (
    <>
      {error ? <p role="alert">{errorSentence(error)}</p> : null}
      {hasMore ? (
        <Button variant="default" onClick={error ? source.retry : source.more} busy={loadingMore}>
          Show more members
        </Button>
      ) : null}
    </>
  );
};
