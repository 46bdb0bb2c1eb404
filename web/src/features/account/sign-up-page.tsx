import { Link, Navigate, useNavigate } from 'react-router';
import { startSession } from '../../data/session/session-store.ts';
import { useSession } from '../../data/session/use-session.ts';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { accountProblem, EASY_TO_GUESS, formProblems, HANDLE_TAKEN } from './account-sentences.ts';
import { AgeField } from './age-field.tsx';
import { EmailField } from './email-field.tsx';
import { GoogleButton } from './google-button.tsx';
import { signUpSchema } from './new-account-schemas.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { isEasyToGuess } from './password-strength.ts';
import { ProfileFields } from './profile-fields.tsx';
import { useAccountState } from './return-path.ts';
import { useHandleCheck } from './use-handle-check.ts';

const isFree = async (handle: string) =>
  (await import('../../data/session/check-handle.ts')).checkHandle(handle);

export const SignUpPage = () => {
  usePageTitle('Create an account');
  const session = useSession();
  const state = useAccountState();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { handle: '', displayName: '', email: state.email ?? '', password: '', oldEnough: false },
    schema: signUpSchema,
    submit: async (values) => {
      if (check === 'taken') return { handle: HANDLE_TAKEN };
      if (await isEasyToGuess(values.password, values)) return { password: EASY_TO_GUESS };
      let uid: string;
      try {
        const { createAccount } = await import('../../data/session/create-account.ts');
        uid = await createAccount(values.email, values.password);
      } catch (error) {
        return formProblems(error, ['email', 'password']);
      }
      try {
        const { claimProfile } = await import('../../data/session/claim-profile.ts');
        await claimProfile({ uid, handle: values.handle, displayName: values.displayName });
      } catch (error) {
        // The account exists now and stays. What was typed goes along to the screen that completes it.
        const { field, sentence } = accountProblem(error);
        const why = field === 'handle' ? { handleProblem: sentence } : { problem: sentence };
        const { displayName } = values;
        await navigate('/welcome', {
          replace: true,
          state: { ...state, handle: values.handle, displayName, ...why },
        });
      }
      return undefined;
    },
  });
  const check = useHandleCheck(form.busy ? '' : form.values.handle, isFree);

  if (session.status === 'signed-in') return <Navigate to="/welcome" replace state={{ from: state.from }} />;
  if (session.status === 'without-profile' && !form.busy)
    return <Navigate to="/welcome" replace state={state} />;

  return (
    <AccountCard
      title="Create an account"
      lead="You can use a nickname. Your e-mail is only for signing in, and nobody here sees it."
      foot={
        <p>
          Have an account?{' '}
          <Link to="/sign-in" state={state}>
            Sign in
          </Link>
        </p>
      }
    >
      <Form form={form} submitLabel="Create account" wideButton onApproach={() => void startSession()}>
        <ProfileFields form={form} check={check} />
        <EmailField {...form.text('email')} autoComplete="email" />
        <NewPasswordField {...form.text('password')} label="Password" owner={form.values} />
        <AgeField form={form} />
      </Form>
      <GoogleButton from={state.from} />
    </AccountCard>
  );
};
