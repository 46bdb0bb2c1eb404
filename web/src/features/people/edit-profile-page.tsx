import { errorSentence } from '../../data/data-error.ts';
import { useSession } from '../../data/session/use-session.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EditProfile } from './edit-profile.tsx';
import { useOwnProfile } from './use-own-profile.ts';

/** `/settings/profile`: what I say about myself, and who sees which part of it. */
export const EditProfilePage = () => {
  usePageTitle('Your profile');
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  return (
    <>
      <PageHeader title="Your profile" back={{ to: '/settings', label: 'Back to You' }} />
      <PageBody>
        <Loaded uid={session.uid} user={session.profile} />
      </PageBody>
    </>
  );
};

type User = Extract<ReturnType<typeof useSession>, { status: 'signed-in' }>['profile'];

const Loaded = ({ uid, user }: { uid: string; user: User }) => {
  const { profile, communities, error, retry } = useOwnProfile(uid, user);
  if (profile) return <EditProfile uid={uid} user={user} profile={profile} communities={communities} />;
  if (error)
    return (
      <ErrorState title="We could not load your profile" onRetry={retry}>
        <p>{errorSentence(error)}</p>
      </ErrorState>
    );
  return <Skeleton label="Loading your profile" shape="lines" count={6} />;
};
