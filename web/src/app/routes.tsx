import { Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { useSession } from '../data/session/use-session.ts';
import { LoadingPage } from '../ui/loading-page.tsx';
import { lazyPage } from './lazy-page.ts';
import { deleteAccountPath, RequireSession } from './require-session.tsx';
import { PublicLayout } from './shell/public-layout.tsx';

const screens = () => import('./signed-in-screens.tsx');
const Shell = lazyPage(screens, 'Shell');
const ChatsLayout = lazyPage(screens, 'ChatsLayout');
const ChooseChat = lazyPage(screens, 'ChooseChat');
const ChatPage = lazyPage(screens, 'ChatPage');
const DiscoverPage = lazyPage(screens, 'DiscoverPage');
const PeoplePage = lazyPage(screens, 'PeoplePage');
const CommunityPage = lazyPage(screens, 'CommunityPage');
const NewCommunityPage = lazyPage(screens, 'NewCommunityPage');
const MembersPage = lazyPage(screens, 'MembersPage');
const ManagePage = lazyPage(screens, 'ManagePage');
const ChatManagePage = lazyPage(screens, 'ChatManagePage');
const MessagePage = lazyPage(screens, 'MessagePage');
const RequestsPage = lazyPage(screens, 'RequestsPage');
const YouPage = lazyPage(screens, 'YouPage');
const DeleteAccountPage = lazyPage(screens, 'DeleteAccountPage');
const ProfilePage = lazyPage(screens, 'ProfilePage');
const EditProfilePage = lazyPage(screens, 'EditProfilePage');
const SeenProfilePage = lazyPage(screens, 'SeenProfilePage');
const BlockedPeoplePage = lazyPage(screens, 'BlockedPeoplePage');

const NotFoundPage = lazyPage(() => import('./not-found-page.tsx'), 'NotFoundPage');
const SignInPage = lazyPage(() => import('../features/account/sign-in-page.tsx'), 'SignInPage');
const SignUpPage = lazyPage(() => import('../features/account/sign-up-page.tsx'), 'SignUpPage');

const passing = () => import('./passing-pages.tsx');
const ResetPasswordPage = lazyPage(passing, 'ResetPasswordPage');
const AccountLinkPage = lazyPage(passing, 'AccountLinkPage');
const GoogleReturnPage = lazyPage(passing, 'GoogleReturnPage');
const GoodbyePage = lazyPage(passing, 'GoodbyePage');
const Welcome = lazyPage(passing, 'Welcome');
const HelpPage = lazyPage(() => import('../features/help/help-page.tsx'), 'HelpPage');
const BreathingPage = lazyPage(() => import('../features/help/breathing-page.tsx'), 'BreathingPage');

/**
 * The shell for whoever is signed in, also around screens that are open to everybody. Both groups of routes have it at
 * the same depth, so that going from one to the other keeps it on the page.
 */
const InShell = () => (useSession().status === 'signed-in' ? <Shell /> : <Outlet />);

/** Not in a build: the condition is known when it is made, and everything behind it is left out. */
const GalleryPage = import.meta.env.DEV
  ? lazyPage(() => import('./gallery/gallery-page.tsx'), 'GalleryPage')
  : null;

/** Every screen has its file and its own bundle. Those behind sign-in are named in signed-in-screens.tsx. */
export const AppRoutes = () => (
  <Suspense fallback={<LoadingPage label="Loading" />}>
    <Routes>
      {GalleryPage ? <Route path="/ui" element={<GalleryPage />} /> : null}
      <Route element={<RequireSession />}>
        <Route element={<InShell />}>
          <Route element={<ChatsLayout />}>
            <Route index element={<ChooseChat />} />
            <Route path="/chats/:chatId" element={<ChatPage />} />
            <Route path="/requests" element={<RequestsPage />} />
          </Route>
          <Route path="/chats/:chatId/manage" element={<ChatManagePage />} />
          <Route path="/discover" element={<DiscoverPage />} />
          <Route path="/discover/people" element={<PeoplePage />} />
          <Route path="/communities/new" element={<NewCommunityPage />} />
          <Route path="/communities/:communityId" element={<CommunityPage />} />
          <Route path="/people/:uid" element={<ProfilePage />} />
          <Route path="/people/:uid/message" element={<MessagePage />} />
          <Route path="/communities/:communityId/members" element={<MembersPage />} />
          <Route path="/communities/:communityId/manage" element={<ManagePage />} />
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
          <Route path="/help/breathing" element={<BreathingPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  </Suspense>
);
