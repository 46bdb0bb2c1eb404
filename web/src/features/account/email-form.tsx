import { useState } from 'react';
import { useSignIn } from '../../data/session/use-sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { formProblems } from './account-sentences.ts';
import { EmailField } from './email-field.tsx';
import classes from './email-form.module.css';
import { changeEmailSchema } from './new-account-schemas.ts';

/** Asks for the new address and the password, and sends a link to the address. It changes when the link is followed. */
export const EmailForm = ({ onDone }: { onDone: () => void }) => {
  const { email: current } = useSignIn();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initialValues: { email: '', currentPassword: '' },
    schema: changeEmailSchema,
    submit: async ({ email, currentPassword }) => {
      if (email === current) return { email: 'This is your address already.' };
      try {
        const { changeEmail } = await import('../../data/session/change-email.ts');
        await changeEmail({ email, password: currentPassword });
      } catch (error) {
        return formProblems(error, ['email', 'currentPassword']);
      }
      setSentTo(email);
      return {};
    },
  });

  if (sentTo !== null) {
    return (
      <div role="status" className={classes.sent}>
        <p>
          We have sent a link to <bdi dir="ltr">{sentTo}</bdi>. Your address changes when you open it. You
          then sign in again with the new address, on every device.
        </p>
        <p>Until then everything stays as it is.</p>
        <Button wide onClick={onDone}>
          Done
        </Button>
      </div>
    );
  }
  return (
    <Form form={form} submitLabel="Send the link" wideButton>
      <EmailField {...form.text('email')} autoComplete="email" />
      <PasswordField
        {...form.text('currentPassword')}
        label="Password"
        description="To be sure that it is you."
        autoComplete="current-password"
      />
    </Form>
  );
};
