import type { CommunityMember } from '@sameboat/model/community-member';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { useLive } from '../../data/use-live.ts';
import { watchOwnCommunityMember } from '../../data/watch-community.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface OnlyForMembersProps {
  uid: string;
  communityId: string;
  /** Whether somebody with this membership may see what is here. */
  allows: (me: CommunityMember) => boolean;
  children: (me: CommunityMember) => ReactNode;
}

/** What only some members of a community see: waits until it is known who asks, and says so to others. */
export const OnlyForMembers = ({ uid, communityId, allows, children }: OnlyForMembersProps) => {
  const source = watchOwnCommunityMember(uid, communityId);
  const member = useLive(source);
  if (member.value && allows(member.value)) return children(member.value);
  if (member.value !== undefined)
    return (
      <EmptyState
        icon={<IconLock size={28} stroke={1.5} />}
        title="This is not for you to see"
        action={<ButtonLink to={`/communities/${communityId}`}>Go to the community</ButtonLink>}
      >
        <p>It is for members of the community, or for those who run it.</p>
      </EmptyState>
    );
  if (member.error === null) return <Skeleton label="Loading" count={6} />;
  return (
    <ErrorState title="We could not load this" onRetry={source.retry}>
      <p>{errorSentence(member.error)}</p>
    </ErrorState>
  );
};
