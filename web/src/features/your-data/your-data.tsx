import { ButtonLink } from '../../ui/button-link.tsx';
import { SettingsGroup, SettingsRow } from '../../ui/settings-group.tsx';
import { ExportRow } from './export-row.tsx';

/** The section of the settings about what is stored: to take it along, and to delete it. */
export const YourData = () => (
  <SettingsGroup title="Your data">
    <ExportRow />
    <SettingsRow name="Delete account" note="You read what goes and what stays before anything happens.">
      <ButtonLink to="/settings/delete-account" quiet danger>
        Delete account
      </ButtonLink>
    </SettingsRow>
  </SettingsGroup>
);
