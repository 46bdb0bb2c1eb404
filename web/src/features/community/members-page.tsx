import type { CommunityMember } from '@sameboat/model/community-member';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useUid } from '../../data/session/use-session.ts';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useNow } from '../../ui/use-now.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './community-members.module.css';
import { whenSeen, whoIsSeen } from './community-members.tsx';
import { CommunityTeam } from './community-team.tsx';
import { MemberActDialogs } from './member-act-dialogs.tsx';
import type { ChosenAct, KnownChanges } from './member-acts.ts';
import { MemberSections } from './member-sections.tsx';
import { membersFrom } from './members-from.ts';
import { OnlyForMembers } from './only-for-members.tsx';

/** `/communities/:communityId/members`: who is in a community, as far as this person may see. */
export const MembersPage = () => {
  usePageTitle('Members');
  const { communityId = '' } = useParams();
  const uid = useUid();
  return (
    <>
      <PageHeader
        title="Members"
        back={{ to: `/communities/${communityId}`, label: 'Back to the community' }}
      />
      <PageBody>
        <OnlyForMembers uid={uid} communityId={communityId} allows={() => true}>
          {(me) => <Members key={communityId} communityId={communityId} me={me} />}
        </OnlyForMembers>
      </PageBody>
    </>
  );
};

const Members = ({ communityId, me }: { communityId: string; me: CommunityMember }) => {
  const from = membersFrom(me.joinedAt.toMillis(), useNow());
  const runsIt = me.role !== 'member';
  const [chosen, setChosen] = useState<ChosenAct | null>(null);
  // The list is read, not followed: what was done here is shown on top of it.
  const [changes, setChanges] = useState<KnownChanges>(new Map());
  return (
    <div className={classes.page}>
      <p className={classes.note}>{runsIt || from === 'now' ? whoIsSeen(runsIt) : whenSeen(from)}</p>
      <CommunityTeam uid={me.uid} communityId={communityId} asker={me} onAct={setChosen} />
      {runsIt || from === 'now' ? (
        <MemberSections communityId={communityId} me={me} changes={changes} onAct={setChosen} />
      ) : null}
      <MemberActDialogs
        uid={me.uid}
        communityId={communityId}
        chosen={chosen}
        onClose={() => setChosen(null)}
        onDone={(uid, role) => setChanges((before) => new Map(before).set(uid, role))}
      />
    </div>
  );
};
