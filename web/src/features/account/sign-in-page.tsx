import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { startSession } from '../../data/session/session-store.ts';
import { useSession } from '../../data/session/use-session.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { accountProblem } from './account-sentences.ts';
import { checkEmail } from './check-fields.ts';
import { EmailField } from './email-field.tsx';
import { useAccountState } from './return-path.ts';

type Problems = { email?: string | null; password?: string | null; form?: string | null };

export const SignInPage = () => {
  usePageTitle('Sign in');
  const session = useSession();
  const state = useAccountState();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  if (session.status === 'signed-in') return <Navigate to={state.from ?? '/'} replace />;
  if (session.status === 'banned') return <Navigate to="/" replace />;
  if (session.status === 'without-profile') return <Navigate to="/welcome" replace state={state} />;

  // Somebody was signed in here a moment ago; a form would be gone before it is filled.
  if (session.status === 'starting' && !busy) return <Skeleton label="Opening your account" shape="lines" />;

  const submit = async () => {
    const address = email.trim();
    const found: Problems = {
      email: checkEmail(address),
      password: password === '' ? 'Enter your password.' : null,
    };
    setProblems(found);
    if (found.email || found.password) return;
    setBusy(true);
    try {
      const { signIn } = await import('../../data/session/sign-in.ts');
      await signIn(address, password);
      // The session brings the next screen; until then the button keeps turning.
    } catch (error) {
      const { field, sentence } = accountProblem(error);
      setProblems({ [field ?? 'form']: sentence });
      setBusy(false);
    }
  };

  return (
    <AccountCard
      title="Sign in"
      foot={
        <>
          <p>
            New here?{' '}
            <Link to="/sign-up" state={state}>
              Create an account
            </Link>
          </p>
          <p>
            <Link to="/reset-password">Choose a new password</Link>
          </p>
        </>
      }
    >
      <AccountForm
        submitLabel="Sign in"
        busy={busy && session.status !== 'failed'}
        problem={problems.form ?? null}
        onSubmit={() => void submit()}
        onApproach={() => void startSession()}
      >
        <EmailField autoComplete="username" value={email} onTyped={setEmail} problem={problems.email} />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={problems.password}
        />
      </AccountForm>
    </AccountCard>
  );
};
