import { useState } from 'react';
import { Navigate } from 'react-router';
import { useSession } from '../../data/session/use-session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { accountProblem } from './account-sentences.ts';
import { checkDisplayName, checkHandle } from './check-fields.ts';
import { ProfileFields } from './profile-fields.tsx';
import { useAccountState } from './return-path.ts';
import { SignOutButton } from './sign-out-button.tsx';
import { useHandleCheck } from './use-handle-check.ts';

const isFree = async (handle: string) =>
  (await import('../../data/session/claim-profile.ts')).isHandleFree(handle);

const notes = {
  unknown: null,
  checking: 'Looking it up …',
  free: 'This handle is free.',
  taken: null,
} as const;

type Problems = Partial<Record<'handle' | 'displayName' | 'form', string | null>>;

/** Completes an account that has no handle yet: its first choice was taken, or it came in by another way. */
export const WelcomePage = () => {
  usePageTitle('Welcome');
  const session = useSession();
  const state = useAccountState();
  const [handle, setHandle] = useState(state.handle ?? '');
  const [displayName, setDisplayName] = useState(state.displayName ?? '');
  const [problems, setProblems] = useState<Problems>({
    handle: state.handleProblem ?? null,
    form: state.problem ?? null,
  });
  const [busy, setBusy] = useState(false);
  const check = useHandleCheck(handle, isFree);

  if (session.status === 'signed-in') return <Navigate to={state.from ?? '/discover'} replace />;
  if (session.status === 'signed-out') return <Navigate to="/sign-in" replace state={{ from: state.from }} />;
  if (session.status === 'banned') return <Navigate to="/" replace />;
  if (session.status !== 'without-profile') return <Skeleton label="Opening your account" shape="lines" />;

  const { uid } = session;
  const submit = async () => {
    const name = displayName.trim();
    const found: Problems = { handle: checkHandle(handle), displayName: checkDisplayName(name) };
    setProblems(found);
    if (found.handle || found.displayName) return;
    setBusy(true);
    try {
      const { claimProfile } = await import('../../data/session/claim-profile.ts');
      await claimProfile({ uid, handle, displayName: name });
    } catch (error) {
      const { field, sentence } = accountProblem(error);
      setProblems({ [field === 'handle' ? 'handle' : 'form']: sentence });
      setBusy(false);
    }
  };

  return (
    <AccountCard
      title="Almost there"
      lead="Your account exists. Choose how others will know you."
      foot={
        <div>
          Not now? <SignOutButton variant="link" />
        </div>
      }
    >
      <AccountForm
        submitLabel="Continue"
        busy={busy}
        problem={problems.form ?? null}
        onSubmit={() => void submit()}
      >
        <ProfileFields
          handle={handle}
          displayName={displayName}
          onHandle={(typed) => {
            setHandle(typed);
            setProblems((before) => ({ ...before, handle: null }));
          }}
          onDisplayName={setDisplayName}
          handleProblem={problems.handle ?? (check === 'taken' ? 'That handle is taken. Try another.' : null)}
          nameProblem={problems.displayName}
          handleNote={notes[check]}
        />
      </AccountForm>
    </AccountCard>
  );
};
