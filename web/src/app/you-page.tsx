import { SettingsPage } from '../features/account/settings-page.tsx';
import { HomeGroup } from '../features/chat-list/home-group.tsx';
import { YourData } from '../features/your-data/your-data.tsx';

/** "You", with the sections that other features bring. */
export const YouPage = () => (
  <SettingsPage>
    <HomeGroup />
    <YourData />
  </SettingsPage>
);
