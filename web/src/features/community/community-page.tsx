import { communityPath } from '@sameboat/model/community';
import type { CommunityMember } from '@sameboat/model/community-member';
import { IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { useReport } from '../../data/use-report.ts';
import {
  type CommunityEntry,
  watchCommunity,
  watchCommunityFacts,
  watchOwnCommunityMember,
} from '../../data/watch-community.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ReportButton } from '../../ui/report-button.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ClosedCommunity } from './closed-community.tsx';
import { CommunityChats } from './community-chats.tsx';
import { CommunityHero } from './community-hero.tsx';
import { CommunityMembers } from './community-members.tsx';
import classes from './community-page.module.css';
import { CommunityTeam } from './community-team.tsx';
import { CommunityText } from './community-text.tsx';
import { JoinCommunity } from './join-community-button.tsx';
import { LeaveCommunity } from './leave-community-button.tsx';
import { useInvitationCode } from './use-invitation-code.ts';

/** `/communities/:communityId`: what it is for everybody, its chats and members for those who joined. */
export const CommunityPage = () => {
  usePageTitle('Community');
  const { communityId = '' } = useParams();
  const uid = useUid();
  return <OneCommunity key={`${uid}/${communityId}`} uid={uid} communityId={communityId} />;
};

/** The name, when it is known, is the title of the screen; where it is cut here, it stands in full below the cover. */
const Frame = ({ name, actions, children }: { name?: string; actions?: ReactNode; children: ReactNode }) => (
  <>
    <PageHeader
      title={name === undefined ? 'Community' : <NameInHead name={name} />}
      back={{ to: '/discover', label: 'Back to Discover' }}
      actions={actions}
    />
    <PageBody width="app">{children}</PageBody>
  </>
);

/** Cut at the end of the name, whichever way it is written. */
const NameInHead = ({ name }: { name: string }) => (
  <ShownName name={name} className={classes.nameInHead} titled />
);

const OneCommunity = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const invited = useInvitationCode();
  const source = watchCommunity(uid, communityId);
  const memberSource = watchOwnCommunityMember(uid, communityId);
  const community = useLive(source);
  const member = useLive(memberSource);

  if (community.value && (member.status === 'ready' || member.value !== undefined))
    return (
      <Frame
        name={community.value.name}
        actions={member.value && member.value.role !== 'member' ? <Manage communityId={communityId} /> : null}
      >
        {member.value ? (
          <ForMembers community={community.value} me={member.value} />
        ) : (
          <ForOthers uid={uid} community={community.value} />
        )}
      </Frame>
    );
  const error = community.error ?? member.error;
  if (community.value === null || error?.code === 'not-allowed')
    return (
      <Frame>
        <ClosedCommunity uid={uid} communityId={communityId} invited={invited} onJoined={source.retry} />
      </Frame>
    );
  if (error === null)
    return (
      <Frame>
        <Skeleton label="Loading community" shape="lines" count={6} />
      </Frame>
    );
  return (
    <Frame>
      <ErrorState
        title="We could not load this community"
        onRetry={() => {
          source.retry();
          memberSource.retry();
        }}
      >
        <p>{errorSentence(error)}</p>
      </ErrorState>
    </Frame>
  );
};

/** What it is and what its members agree on, and below that the way in. */
const ForOthers = ({ uid, community }: { uid: string; community: CommunityEntry }) => (
  <div className={classes.page} data-joined={false}>
    <CommunityHero community={community} memberCount={null} />
    <CommunityText community={community} />
    <JoinCommunity uid={uid} community={community} />
    <Report uid={uid} communityId={community.id} />
  </div>
);

/** Its chats; beside them on a wide screen, below them on a phone, what it is and who is here. */
const ForMembers = ({ community, me }: { community: CommunityEntry; me: CommunityMember }) => {
  const facts = useLive(watchCommunityFacts(me.uid, community.id));
  return (
    <div className={classes.page} data-joined={true}>
      <div className={classes.head}>
        <CommunityHero community={community} memberCount={facts.value?.memberCount ?? null} />
      </div>
      <div className={classes.main}>
        <CommunityChats uid={me.uid} communityId={community.id} moderates={me.role !== 'member'} />
      </div>
      <div className={classes.side}>
        <CommunityText community={community} />
        <CommunityTeam uid={me.uid} communityId={community.id} />
        <CommunityMembers communityId={community.id} me={me} />
        <LeaveCommunity uid={me.uid} community={community} founder={me.role === 'founder'} />
        <Report uid={me.uid} communityId={community.id} />
      </div>
    </div>
  );
};

const Report = ({ uid, communityId }: { uid: string; communityId: string }) => (
  <ReportButton
    label="Report this community"
    {...useReport(uid, { kind: 'community', path: communityPath(communityId) })}
  />
);

const Manage = ({ communityId }: { communityId: string }) => (
  <ButtonLink
    to={`/communities/${communityId}/manage`}
    variant="subtle"
    icon={<IconSettings size={20} stroke={1.75} aria-hidden="true" />}
  >
    Manage
  </ButtonLink>
);
