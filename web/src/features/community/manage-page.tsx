import type { CommunityMember } from '@sameboat/model/community-member';
import { useState } from 'react';
import { useParams } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { watchCommunity } from '../../data/watch-community.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccessCodePart } from './access-code-part.tsx';
import { BanList } from './ban-list.tsx';
import { CommunityLog } from './community-log.tsx';
import { CommunityPictures } from './community-pictures.tsx';
import { DeleteCommunity } from './delete-community.tsx';
import { EditCommunityForm } from './edit-community-form.tsx';
import classes from './manage-page.module.css';
import { OnlyForMembers } from './only-for-members.tsx';

/** `/communities/:communityId/manage`: what the founder and the moderators of a community do. */
export const ManagePage = () => {
  usePageTitle('Manage the community');
  const { communityId = '' } = useParams();
  const uid = useUid();
  return (
    <>
      <PageHeader
        title="Manage"
        back={{ to: `/communities/${communityId}`, label: 'Back to the community' }}
      />
      <PageBody>
        <OnlyForMembers uid={uid} communityId={communityId} allows={(me) => me.role !== 'member'}>
          {(me) => <Parts key={communityId} communityId={communityId} me={me} />}
        </OnlyForMembers>
      </PageBody>
    </>
  );
};

const Parts = ({ communityId, me }: { communityId: string; me: CommunityMember }) => {
  const [tab, setTab] = useState<'details' | 'bans' | 'log'>('details');
  return (
    <Tabs
      label="Manage the community"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'details', label: 'Details', content: <Details communityId={communityId} me={me} /> },
        { id: 'bans', label: 'Kept out', content: <BanList uid={me.uid} communityId={communityId} /> },
        { id: 'log', label: 'Log', content: <CommunityLog uid={me.uid} communityId={communityId} /> },
      ]}
    />
  );
};

const Details = ({ communityId, me }: { communityId: string; me: CommunityMember }) => {
  const source = watchCommunity(me.uid, communityId);
  const community = useLive(source);
  const isFounder = me.role === 'founder';
  if (!community.value)
    return community.error ? (
      <ErrorState title="We could not load this community" onRetry={source.retry}>
        <p>{errorSentence(community.error)}</p>
      </ErrorState>
    ) : (
      <Skeleton label="Loading community" shape="lines" count={6} />
    );
  return (
    <div className={classes.parts}>
      <CommunityPictures uid={me.uid} community={community.value} />
      {/* Fields are filled once: what somebody is typing is never changed under their hands. */}
      <EditCommunityForm key={me.role} community={community.value} isFounder={isFounder} />
      {isFounder && community.value.visibility === 'closed' ? (
        <AccessCodePart communityId={communityId} />
      ) : null}
      {isFounder ? <DeleteCommunity community={community.value} /> : null}
    </div>
  );
};
