import { SettingsPage } from '../features/account/settings-page.tsx';
import { YourData } from '../features/your-data/your-data.tsx';

/** "You", with the sections that other features bring. */
export const YouPage = () => (
  <SettingsPage>
    <YourData />
  </SettingsPage>
);
