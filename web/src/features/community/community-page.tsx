import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import {
  type CommunityEntry,
  watchCommunity,
  watchCommunityFacts,
  watchOwnCommunityMember,
} from '../../data/watch-community.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CommunityAbout } from './community-about.tsx';
import { CommunityChats } from './community-chats.tsx';
import { CommunityHero } from './community-hero.tsx';
import { CommunityMembers } from './community-members.tsx';
import classes from './community-page.module.css';
import { JoinCommunity } from './join-community-button.tsx';
import { LeaveCommunity } from './leave-community-button.tsx';

/** `/communities/:communityId`: what it is for everybody, its chats and members for those who joined. */
export const CommunityPage = () => {
  usePageTitle('Community');
  const { communityId = '' } = useParams();
  const uid = useUid();
  return <OneCommunity key={`${uid}/${communityId}`} uid={uid} communityId={communityId} />;
};

/** The name is the screen's title, and long; it stands in full under the cover. Until it is there, the head is the title. */
const Frame = ({ named = false, children }: { named?: boolean; children: ReactNode }) => (
  <>
    <PageHeader
      title="Community"
      level={named ? 2 : 1}
      back={{ to: '/discover', label: 'Back to Discover' }}
    />
    <PageBody>{children}</PageBody>
  </>
);

const OneCommunity = ({ uid, communityId }: { uid: string; communityId: string }) => {
  const source = watchCommunity(uid, communityId);
  const memberSource = watchOwnCommunityMember(uid, communityId);
  const community = useLive(source);
  const member = useLive(memberSource);

  if (community.value && (member.status === 'ready' || member.value !== undefined)) {
    const joined = member.value !== null && member.value !== undefined;
    return (
      <Frame named>
        <div className={classes.page}>
          {joined ? (
            <MembersHero uid={uid} community={community.value} />
          ) : (
            <CommunityHero community={community.value} memberCount={null} />
          )}
          {joined ? (
            <>
              <CommunityChats uid={uid} communityId={communityId} />
              <CommunityMembers uid={uid} communityId={communityId} />
              <CommunityAbout community={community.value} />
              <LeaveCommunity
                uid={uid}
                community={community.value}
                founder={member.value?.role === 'founder'}
              />
            </>
          ) : (
            <>
              <CommunityAbout community={community.value} />
              <JoinCommunity uid={uid} community={community.value} />
            </>
          )}
        </div>
      </Frame>
    );
  }
  const error = community.error ?? member.error;
  if (community.value === null || error?.code === 'not-allowed')
    return (
      <Frame>
        <NotHere />
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

/** For members, who know how many they are. */
const MembersHero = ({ uid, community }: { uid: string; community: CommunityEntry }) => {
  const facts = useLive(watchCommunityFacts(uid, community.id));
  return <CommunityHero community={community} memberCount={facts.value?.memberCount ?? null} />;
};

/** The same words whether it does not exist or is closed to this person. */
const NotHere = () => (
  <EmptyState
    icon={<IconLock size={28} stroke={1.5} />}
    title="You cannot open this community"
    action={<ButtonLink to="/discover">Discover communities</ButtonLink>}
  >
    <p>It does not exist, or it is only for its members.</p>
  </EmptyState>
);
