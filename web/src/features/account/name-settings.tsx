import { Link } from 'react-router';
import { useSession } from '../../data/session/use-session.ts';
import { SettingsGroup, SettingsRow, SettingsValue } from '../../ui/settings-group.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { ChangeButton } from './change-button.tsx';
import { DisplayNameForm } from './display-name-form.tsx';
import { HandleForm } from './handle-form.tsx';

/** The two names that others know me by. */
export const NameSettings = () => {
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  const { uid, profile } = session;
  return (
    <SettingsGroup title="What others see">
      <SettingsRow name="Profile" note="Bio, topics and place, who sees them, and whom you blocked.">
        <Link to="/settings/profile">Edit profile</Link>
      </SettingsRow>
      <SettingsRow name="Display name" note="Beside your messages.">
        <SettingsValue
          action={
            <ChangeButton label="Change display name">
              {(close) => <DisplayNameForm uid={uid} current={profile.displayName} onDone={close} />}
            </ChangeButton>
          }
        >
          <ShownName name={profile.displayName} />
        </SettingsValue>
      </SettingsRow>
      <SettingsRow name="Handle" note="Yours alone. Everybody with an account can find you by it.">
        <SettingsValue
          action={
            <ChangeButton label="Change handle">
              {(close) => <HandleForm uid={uid} current={profile.handle} onDone={close} />}
            </ChangeButton>
          }
        >
          <bdi dir="ltr">@{profile.handle}</bdi>
        </SettingsValue>
      </SettingsRow>
    </SettingsGroup>
  );
};
