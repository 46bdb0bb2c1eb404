import { setDiscreet, useDiscreet } from '../../ui/discreet.ts';
import { SettingsGroup, SettingsRow, SettingsSwitch } from '../../ui/settings-group.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import { SignOutButton } from './sign-out-button.tsx';

/** What is kept on this device alone, and the way out of it. */
export const DeviceSettings = () => (
  <SettingsGroup title="On this device">
    <SettingsRow name="Colours" note="Light by day, dark at night, or whatever your device says.">
      <SchemeChoice />
    </SettingsRow>
    <SettingsSwitch
      name="Discreet mode"
      note="Calls this tab Notes, hides pictures, shortens names, and covers the screen when you look away. Escape twice leaves at once."
      checked={useDiscreet()}
      onChange={setDiscreet}
    />
    <SettingsRow
      name="Sign out"
      note="Removes your messages and drafts from this device. What you sent stays."
    >
      <SignOutButton />
    </SettingsRow>
  </SettingsGroup>
);
