import { limits } from '@sameboat/model/limits';
import { useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { startSession } from '../../data/session/session-store.ts';
import { useSession } from '../../data/session/use-session.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { accountProblem } from './account-sentences.ts';
import { checkDisplayName, checkEmail, checkHandle, checkNewPassword } from './check-fields.ts';
import { EmailField } from './email-field.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { useAccountState } from './return-path.ts';

type Problems = Partial<Record<'email' | 'password' | 'handle' | 'displayName' | 'form', string | null>>;

export const SignUpPage = () => {
  usePageTitle('Create an account');
  const session = useSession();
  const state = useAccountState();
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [handle, setHandle] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  if (session.status === 'signed-in') return <Navigate to={state.from ?? '/discover'} replace />;
  if (session.status === 'without-profile' && !busy) return <Navigate to="/welcome" replace state={state} />;

  const submit = async () => {
    const address = email.trim();
    const name = displayName.trim();
    const found: Problems = {
      email: checkEmail(address),
      password: checkNewPassword(password),
      handle: checkHandle(handle),
      displayName: checkDisplayName(name),
    };
    setProblems(found);
    if (Object.values(found).some(Boolean)) return;
    setBusy(true);
    let uid: string;
    try {
      const { createAccount } = await import('../../data/session/create-account.ts');
      uid = await createAccount(address, password);
    } catch (error) {
      const { field, sentence } = accountProblem(error);
      setProblems({ [field ?? 'form']: sentence });
      setBusy(false);
      return;
    }
    try {
      const { claimProfile } = await import('../../data/session/claim-profile.ts');
      await claimProfile({ uid, handle, displayName: name });
    } catch (error) {
      // The account exists now and stays. What was typed goes along to the screen that completes it.
      const { field, sentence } = accountProblem(error);
      const why = field === 'handle' ? { handleProblem: sentence } : { problem: sentence };
      await navigate('/welcome', { replace: true, state: { ...state, handle, displayName: name, ...why } });
    }
  };

  return (
    <AccountCard
      title="Create an account"
      lead="No real name needed. Your e-mail is only for signing in; nobody here sees it."
      foot={
        <p>
          Have an account?{' '}
          <Link to="/sign-in" state={state}>
            Sign in
          </Link>
        </p>
      }
    >
      <AccountForm
        submitLabel="Create account"
        busy={busy}
        problem={problems.form ?? null}
        onSubmit={() => void submit()}
        onApproach={() => void startSession()}
      >
        <ProfileFields
          handle={handle}
          displayName={displayName}
          onHandle={setHandle}
          onDisplayName={setDisplayName}
          handleProblem={problems.handle}
          nameProblem={problems.displayName}
        />
        <EmailField autoComplete="email" value={email} onTyped={setEmail} problem={problems.email} />
        <PasswordField
          label="Password"
          name="password"
          description={`At least ${limits.passwordMin} characters.`}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={problems.password}
        />
      </AccountForm>
    </AccountCard>
  );
};
