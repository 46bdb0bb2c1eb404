import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { formProblems } from './account-sentences.ts';
import { EmailField } from './email-field.tsx';
import { useAccountState } from './return-path.ts';
import { resetPasswordSchema } from './sign-in-schemas.ts';

export const ResetPasswordPage = () => {
  usePageTitle('New password');
  const state = useAccountState();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: state.email ?? '' },
    schema: resetPasswordSchema,
    submit: async ({ email }) => {
      try {
        const { resetPassword } = await import('../../data/session/reset-password.ts');
        await resetPassword(email);
        setSentTo(email);
        return {};
      } catch (error) {
        return formProblems(error, ['email']);
      }
    },
  });

  if (sentTo !== null) {
    return (
      <div role="status">
        <EmptyState
          icon={<IconMailCheck size={28} stroke={1.5} />}
          level={1}
          title="Check your e-mail"
          action={
            <ButtonLink to="/sign-in" quiet state={{ ...state, email: sentTo }}>
              Back to sign in
            </ButtonLink>
          }
        >
          <p>
            If there is an account for <bdi>{sentTo}</bdi>, we have sent it a link to choose a new password.
            If it does not arrive in a few minutes, look in the spam folder.
          </p>
        </EmptyState>
      </div>
    );
  }

  return (
    <AccountCard
      title="Choose a new password"
      lead="Enter your e-mail address, and we will send you a link. It works for one hour."
      foot={
        <p>
          <Link to="/sign-in" state={state}>
            Back to sign in
          </Link>
        </p>
      }
    >
      <Form form={form} submitLabel="Send the link" wideButton>
        <EmailField {...form.text('email')} autoComplete="username" />
      </Form>
    </AccountCard>
  );
};
