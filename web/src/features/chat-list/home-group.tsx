import { defaultHome } from '@sameboat/model/home';
import { ButtonLink } from '../../ui/button-link.tsx';
import { SettingsGroup, SettingsRow } from '../../ui/settings-group.tsx';

/** The section of "You" that leads to the home chat, for those who left it too. */
export const HomeGroup = () => (
  <SettingsGroup title="Home chat">
    <SettingsRow
      name="Where everyone starts"
      note="Everyone with an account can read it. If you left, you can come back here."
    >
      <ButtonLink to={`/chats/${defaultHome.id}`} quiet>
        Open home chat
      </ButtonLink>
    </SettingsRow>
  </SettingsGroup>
);
