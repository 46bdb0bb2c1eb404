import type { ComponentType } from 'react';
import { lazyPage } from './lazy-page.ts';

export { ChatsLayout } from './shell/chats-layout.tsx';
export { Shell } from './shell/shell.tsx';

/*
 * The screens behind sign-in, each with its own bundle, behind one file with their frame: the names of all the files that a
 * screen needs are part of whatever names the screen, and routes.tsx is loaded by people who may never sign in.
 */

/** A page inside a page that is fetched itself; React draws no lazy component that a lazy one resolves to. */
const screen = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): ComponentType => {
  const Page = lazyPage(load, name);
  return () => <Page />;
};

export const ChooseChat = screen(() => import('./shell/choose-chat.tsx'), 'ChooseChat');
export const ChatPage = screen(() => import('../features/chat/chat-page.tsx'), 'ChatPage');
export const DiscoverPage = screen(() => import('../features/discover/discover-page.tsx'), 'DiscoverPage');
export const PeoplePage = screen(() => import('../features/discover/people-page.tsx'), 'PeoplePage');
export const CommunityPage = screen(
  () => import('../features/community/community-page.tsx'),
  'CommunityPage',
);
export const NewCommunityPage = screen(
  () => import('../features/community/new-community-page.tsx'),
  'NewCommunityPage',
);
export const MembersPage = screen(() => import('../features/community/members-page.tsx'), 'MembersPage');
export const ManagePage = screen(() => import('../features/community/manage-page.tsx'), 'ManagePage');
export const ChatManagePage = screen(
  () => import('../features/community/chat-manage-page.tsx'),
  'ChatManagePage',
);
export const YouPage = screen(() => import('./you-page.tsx'), 'YouPage');
export const DeleteAccountPage = screen(
  () => import('../features/your-data/delete-account-page.tsx'),
  'DeleteAccountPage',
);
export const ProfilePage = screen(() => import('../features/people/profile-page.tsx'), 'ProfilePage');
export const EditProfilePage = screen(
  () => import('../features/people/edit-profile-page.tsx'),
  'EditProfilePage',
);
export const SeenProfilePage = screen(
  () => import('../features/people/seen-profile-page.tsx'),
  'SeenProfilePage',
);
export const BlockedPeoplePage = screen(
  () => import('../features/people/blocked-people-page.tsx'),
  'BlockedPeoplePage',
);
export const MessagePage = screen(() => import('../features/private-chat/message-page.tsx'), 'MessagePage');
export const RequestsPage = screen(
  () => import('../features/private-chat/requests-page.tsx'),
  'RequestsPage',
);
