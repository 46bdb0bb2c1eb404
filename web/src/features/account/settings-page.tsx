import type { ReactNode } from 'react';
import { useSession } from '../../data/session/use-session.ts';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ChatSettings } from './chat-settings.tsx';
import { DeviceSettings } from './device-settings.tsx';
import { MyName } from './my-name.tsx';
import { NameSettings } from './name-settings.tsx';
import { SignInSettings } from './sign-in-settings.tsx';
import { YourPictures } from './your-pictures.tsx';

/**
 * "You": how others see me, how I sign in, how the app looks, and the way out. One component a section. `children` are
 * sections of other features.
 */
export const SettingsPage = ({ children }: { children?: ReactNode }) => {
  usePageTitle('You');
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  const { uid, profile } = session;
  return (
    <>
      <PageHeader title="You" />
      <PageBody>
        <MyName />
        <NameSettings />
        <YourPictures uid={uid} profile={profile} />
        <SignInSettings />
        <ChatSettings uid={uid} />
        <DeviceSettings />
        {children}
      </PageBody>
    </>
  );
};
