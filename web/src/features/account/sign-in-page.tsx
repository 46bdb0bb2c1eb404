import { Link, Navigate, useLocation } from 'react-router';
import { startSession } from '../../data/session/session-store.ts';
import { useSession } from '../../data/session/use-session.ts';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useForm } from '../../ui/use-form.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { formProblems } from './account-sentences.ts';
import { EmailField } from './email-field.tsx';
import { GoogleButton } from './google-button.tsx';
import { useAccountState } from './return-path.ts';
import { signInSchema } from './sign-in-schemas.ts';

export const SignInPage = () => {
  usePageTitle('Sign in');
  const session = useSession();
  const state = useAccountState();
  const { hash } = useLocation();
  const form = useForm({
    initialValues: { email: state.email ?? '', password: '' },
    schema: signInSchema,
    submit: async ({ email, password }) => {
      try {
        const { signIn } = await import('../../data/session/sign-in.ts');
        await signIn(email, password);
        // The session brings the next screen; until then the button keeps turning.
        return undefined;
      } catch (error) {
        return formProblems(error, ['email', 'password']);
      }
    },
  });

  if (session.status === 'signed-in') return <Navigate to={state.from ?? '/'} replace />;
  if (session.status === 'banned') return <Navigate to="/" replace />;
  if (session.status === 'without-profile') return <Navigate to="/welcome" replace state={state} />;

  // Somebody was signed in here a moment ago; a form would be gone before it is filled.
  if (session.status === 'starting' && !form.busy)
    return <Skeleton label="Opening your account" shape="lines" />;

  const ended = hash === '#ended';
  const turnedAway = state.from !== undefined && state.from !== '/';
  return (
    <AccountCard
      title="Sign in"
      lead={
        ended
          ? 'You are signed out on this device. Sign in to go on.'
          : turnedAway
            ? 'Only members can see that page. Sign in, and we will take you there.'
            : undefined
      }
      foot={
        <>
          <p>
            New here?{' '}
            <Link to="/sign-up" state={state}>
              Create an account
            </Link>
          </p>
          <p>
            <Link to="/reset-password" state={{ ...state, email: form.values.email }}>
              Forgot your password?
            </Link>
          </p>
        </>
      }
    >
      <Form
        form={session.status === 'failed' ? { ...form, busy: false } : form}
        submitLabel="Sign in"
        wideButton
        onApproach={() => void startSession()}
      >
        <EmailField {...form.text('email')} autoComplete="username" />
        <PasswordField {...form.text('password')} label="Password" autoComplete="current-password" />
      </Form>
      <GoogleButton from={state.from} />
    </AccountCard>
  );
};
