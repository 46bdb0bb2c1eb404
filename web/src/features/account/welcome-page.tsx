import { Navigate } from 'react-router';
import { useSession } from '../../data/session/use-session.ts';
import { Form } from '../../ui/form.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type FormProblems, useForm } from '../../ui/use-form.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { formProblems } from './account-sentences.ts';
import { AgeField } from './age-field.tsx';
import { profileSchema } from './new-account-schemas.ts';
import { ProfileFields } from './profile-fields.tsx';
import { type AccountState, useAccountState } from './return-path.ts';
import { SignOutButton } from './sign-out-button.tsx';
import { useHandleCheck } from './use-handle-check.ts';

const isFree = async (handle: string) =>
  (await import('../../data/session/claim-profile.ts')).isHandleFree(handle);

/**
 * Completes an account that has no handle yet: its first choice was taken, or it came in by another way. The steps after
 * it are for whoever is signed in (features/people/set-up-page.tsx).
 */
export const WelcomePage = () => {
  usePageTitle('Welcome');
  const session = useSession();
  const state = useAccountState();
  if (session.status === 'signed-out') return <Navigate to="/sign-in" replace state={{ from: state.from }} />;
  if (session.status === 'banned') return <Navigate to="/" replace />;
  if (session.status !== 'without-profile') return <Skeleton label="Opening your account" shape="lines" />;
  return <WelcomeForm uid={session.uid} state={state} />;
};

const WelcomeForm = ({ uid, state }: { uid: string; state: AccountState }) => {
  const form = useForm({
    initialValues: {
      handle: state.handle ?? '',
      displayName: state.displayName ?? '',
      // Whoever comes from the sign-up form has said so there.
      oldEnough: state.handle !== undefined,
    },
    initialProblems: problemsOf(state),
    schema: profileSchema,
    submit: async (values) => {
      try {
        const { claimProfile } = await import('../../data/session/claim-profile.ts');
        await claimProfile({ uid, ...values });
        return undefined;
      } catch (error) {
        return formProblems(error, ['handle']);
      }
    },
  });
  const check = useHandleCheck(form.busy ? '' : form.values.handle, isFree);

  return (
    <AccountCard
      title="Almost there"
      lead="You have an account. Choose how others will know you."
      foot={
        <div>
          Not now? <SignOutButton variant="subtle" />
        </div>
      }
    >
      <Form form={form} submitLabel="Continue" wideButton>
        <ProfileFields form={form} check={check} />
        <AgeField form={form} />
      </Form>
    </AccountCard>
  );
};

const problemsOf = ({ handleProblem, problem }: AccountState): FormProblems<{ handle: string }> => ({
  ...(handleProblem === undefined ? {} : { handle: handleProblem }),
  ...(problem === undefined ? {} : { form: problem }),
});
