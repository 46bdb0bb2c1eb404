import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../../data/session/use-session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { accountProblem } from './account-sentences.ts';

type Return =
  | { status: 'waiting' }
  | { status: 'signed-in'; from: string | undefined }
  | { status: 'failed'; sentence: string };

/** `/google`: where people come back to from Google's page, for a moment. */
export const GoogleReturnPage = () => {
  usePageTitle('Sign in');
  const session = useSession();
  const [coming, setComing] = useState<Return>({ status: 'waiting' });

  useEffect(() => {
    let current = true;
    import('../../data/session/google-sign-in.ts')
      .then(({ returnFromGoogle }) => returnFromGoogle())
      .then(
        (from) => current && setComing({ status: 'signed-in', from }),
        (error: unknown) =>
          current && setComing({ status: 'failed', sentence: accountProblem(error).sentence }),
      );
    return () => {
      current = false;
    };
  }, []);

  if (coming.status === 'failed') {
    return (
      <AccountCard title="That did not work" lead={<span role="alert">{coming.sentence}</span>}>
        <ButtonLink to="/sign-in" wide>
          Back to sign in
        </ButtonLink>
      </AccountCard>
    );
  }
  if (coming.status === 'signed-in') {
    if (session.status === 'without-profile')
      return <Navigate to="/welcome" replace state={{ from: coming.from }} />;
    if (session.status !== 'starting' && session.status !== 'signed-out')
      return <Navigate to={coming.from ?? '/'} replace />;
  }
  return <Skeleton label="Signing you in with Google" shape="lines" />;
};
