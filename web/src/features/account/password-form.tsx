import { useSession } from '../../data/session/use-session.ts';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { toast } from '../../ui/toasts.ts';
import { useForm } from '../../ui/use-form.ts';
import { EASY_TO_GUESS, formProblems } from './account-sentences.ts';
import { changePasswordSchema } from './new-account-schemas.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { isEasyToGuess, type PasswordOwner } from './password-strength.ts';

/** The password, and a new one. This device stays signed in, all others are signed out. */
export const PasswordForm = ({ onDone }: { onDone: () => void }) => {
  const owner = usePasswordOwner();
  const form = useForm({
    initialValues: { currentPassword: '', password: '' },
    schema: changePasswordSchema,
    submit: async ({ currentPassword, password }) => {
      if (password === currentPassword) return { password: 'This is your password already. Choose another.' };
      if (await isEasyToGuess(password, owner)) return { password: EASY_TO_GUESS };
      try {
        const { changePassword } = await import('../../data/session/change-password.ts');
        await changePassword({ current: currentPassword, next: password });
      } catch (error) {
        return formProblems(error, ['currentPassword', 'password']);
      }
      onDone();
      toast('Your password is changed. Your other devices are signed out.');
      return undefined;
    },
  });
  return (
    <Form form={form} submitLabel="Change password" wideButton>
      <PasswordField
        {...form.text('currentPassword')}
        label="Current password"
        autoComplete="current-password"
      />
      <NewPasswordField {...form.text('password')} label="New password" owner={owner} />
    </Form>
  );
};

const usePasswordOwner = (): PasswordOwner => {
  const session = useSession();
  if (session.status !== 'signed-in') return { email: '', handle: '', displayName: '' };
  const { handle, displayName } = session.profile;
  return { email: session.email ?? '', handle, displayName };
};
