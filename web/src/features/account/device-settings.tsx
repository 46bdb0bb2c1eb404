import { SchemeChoice } from './scheme-choice.tsx';
import { SettingsGroup, SettingsRow } from './settings-group.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** What is kept on this device alone, and the way out of it. */
export const DeviceSettings = () => (
  <SettingsGroup title="On this device">
    <SettingsRow name="Colours" note="Light by day, dark at night, or whatever your device says.">
      <SchemeChoice />
    </SettingsRow>
    <SettingsRow
      name="Sign out"
      note="Removes your messages and drafts from this device. What you sent stays."
    >
      <SignOutButton />
    </SettingsRow>
  </SettingsGroup>
);
