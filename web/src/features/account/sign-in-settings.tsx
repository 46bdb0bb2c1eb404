import { useSignIn } from '../../data/session/use-sign-in.ts';
import { SettingsGroup, SettingsRow, SettingsValue } from '../../ui/settings-group.tsx';
import { ChangeButton } from './change-button.tsx';
import { EmailForm } from './email-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignOutEverywhereButton } from './sign-out-everywhere-button.tsx';

/** How I sign in, and the end of it on all devices. */
export const SignInSettings = () => {
  const { email, emailVerified, hasPassword } = useSignIn();
  const note = emailVerified ? 'Only you see it.' : 'Only you see it. Not confirmed yet.';
  return (
    <SettingsGroup title="Signing in">
      <SettingsRow name="E-mail" note={note}>
        <SettingsValue
          action={
            hasPassword ? (
              <ChangeButton label="Change e-mail">{(close) => <EmailForm onDone={close} />}</ChangeButton>
            ) : null
          }
        >
          <bdi dir="ltr">{email ?? 'None'}</bdi>
        </SettingsValue>
      </SettingsRow>
      {hasPassword ? (
        <SettingsRow name="Password" note="A new one signs out your other devices.">
          <SettingsValue
            action={
              <ChangeButton label="Change password">
                {(close) => <PasswordForm onDone={close} />}
              </ChangeButton>
            }
          >
            <span aria-hidden="true">••••••••</span>
          </SettingsValue>
        </SettingsRow>
      ) : (
        <SettingsRow name="Google" note="You sign in with Google. Your address and password are kept there.">
          <span>Connected</span>
        </SettingsRow>
      )}
      <SettingsRow
        name="All devices"
        note="If you have lost a device, or signed in on one that is not yours."
      >
        <SignOutEverywhereButton />
      </SettingsRow>
    </SettingsGroup>
  );
};
