import { Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { useSession } from '../data/session/use-session.ts';
import { LoadingPage } from '../ui/loading-page.tsx';
import { lazyPage } from './lazy-page.ts';
import { deleteAccountPath, RequireSession } from './require-session.tsx';
import { PublicLayout } from './shell/public-layout.tsx';
import { Welcome } from './welcome.tsx';

const Shell = lazyPage(() => import('./shell/shell.tsx'), 'Shell');
const ChatsLayout = lazyPage(() => import('./shell/chats-layout.tsx'), 'ChatsLayout');
const ChooseChat = lazyPage(() => import('./shell/choose-chat.tsx'), 'ChooseChat');
const ChatPage = lazyPage(() => import('../features/chat/chat-page.tsx'), 'ChatPage');
const DiscoverPage = lazyPage(() => import('../features/discover/discover-page.tsx'), 'DiscoverPage');
const PeoplePage = lazyPage(() => import('../features/discover/people-page.tsx'), 'PeoplePage');
const CommunityPage = lazyPage(() => import('../features/community/community-page.tsx'), 'CommunityPage');
const NewCommunityPage = lazyPage(
  () => import('../features/community/new-community-page.tsx'),
  'NewCommunityPage',
);
const NotFoundPage = lazyPage(() => import('./not-found-page.tsx'), 'NotFoundPage');
const YouPage = lazyPage(() => import('./you-page.tsx'), 'YouPage');
const DeleteAccountPage = lazyPage(
  () => import('../features/your-data/delete-account-page.tsx'),
  'DeleteAccountPage',
);
const GoodbyePage = lazyPage(() => import('../features/landing/goodbye-page.tsx'), 'GoodbyePage');
const SignInPage = lazyPage(() => import('../features/account/sign-in-page.tsx'), 'SignInPage');
const SignUpPage = lazyPage(() => import('../features/account/sign-up-page.tsx'), 'SignUpPage');
const ResetPasswordPage = lazyPage(
  () => import('../features/account/reset-password-page.tsx'),
  'ResetPasswordPage',
);
const AccountLinkPage = lazyPage(
  () => import('../features/account/account-link-page.tsx'),
  'AccountLinkPage',
);
const GoogleReturnPage = lazyPage(
  () => import('../features/account/google-return-page.tsx'),
  'GoogleReturnPage',
);
const ProfilePage = lazyPage(() => import('../features/people/profile-page.tsx'), 'ProfilePage');
const EditProfilePage = lazyPage(() => import('../features/people/edit-profile-page.tsx'), 'EditProfilePage');
const SeenProfilePage = lazyPage(() => import('../features/people/seen-profile-page.tsx'), 'SeenProfilePage');
const BlockedPeoplePage = lazyPage(
  () => import('../features/people/blocked-people-page.tsx'),
  'BlockedPeoplePage',
);
const HelpPage = lazyPage(() => import('../features/help/help-page.tsx'), 'HelpPage');

/**
 * The shell for whoever is signed in, also around screens that are open to everybody. Both groups of routes have it at
 * the same depth, so that going from one to the other keeps it on the page.
 */
const InShell = () => (useSession().status === 'signed-in' ? <Shell /> : <Outlet />);

/** Not in a build: the condition is known when it is made, and everything behind it is left out. */
const GalleryPage = import.meta.env.DEV
  ? lazyPage(() => import('./gallery/gallery-page.tsx'), 'GalleryPage')
  : null;

/** Every screen has its file and its own bundle. A route's screen is named here and nowhere else. */
export const AppRoutes = () => (
  <Suspense fallback={<LoadingPage label="Loading" />}>
    <Routes>
      {GalleryPage ? <Route path="/ui" element={<GalleryPage />} /> : null}
      <Route element={<RequireSession />}>
        <Route element={<InShell />}>
          <Route element={<ChatsLayout />}>
            <Route index element={<ChooseChat />} />
            <Route path="/chats/:chatId" element={<ChatPage />} />
          </Route>
          <Route path="/discover" element={<DiscoverPage />} />
          <Route path="/discover/people" element={<PeoplePage />} />
          <Route path="/communities/new" element={<NewCommunityPage />} />
          <Route path="/communities/:communityId" element={<CommunityPage />} />
          <Route path="/people/:uid" element={<ProfilePage />} />
          <Route path="/settings" element={<YouPage />} />
          <Route path="/settings/profile" element={<EditProfilePage />} />
          <Route path="/settings/profile/seen" element={<SeenProfilePage />} />
          <Route path="/settings/blocked" element={<BlockedPeoplePage />} />
          <Route path={deleteAccountPath} element={<DeleteAccountPage />} />
        </Route>
      </Route>
      <Route path="/goodbye" element={<GoodbyePage />} />
      <Route element={<PublicLayout />}>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/sign-up" element={<SignUpPage />} />
        <Route path="/welcome" element={<Welcome />} />
        <Route path="/reset-password" element={<ResetPasswordPage />} />
        <Route path="/account-link" element={<AccountLinkPage />} />
        <Route path="/google" element={<GoogleReturnPage />} />
      </Route>
      <Route element={<RequireSession open />}>
        <Route element={<InShell />}>
          <Route path="/help" element={<HelpPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  </Suspense>
);
