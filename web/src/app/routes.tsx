import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Skeleton } from '../ui/skeleton.tsx';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { RequireSession } from './require-session.tsx';
import { PublicLayout } from './shell/public-layout.tsx';

const Shell = lazyPage(() => import('./shell/shell.tsx'), 'Shell');
const ChatsLayout = lazyPage(() => import('./shell/chats-layout.tsx'), 'ChatsLayout');
const ChooseChat = lazyPage(() => import('./shell/choose-chat.tsx'), 'ChooseChat');
const HelpPage = lazyPage(() => import('../features/help/help-page.tsx'), 'HelpPage');

/** Every screen has its file and its own bundle. A route's screen is named here and nowhere else. */
export const AppRoutes = () => (
  <Suspense fallback={<Skeleton label="Loading" />}>
    <Routes>
      <Route element={<RequireSession />}>
        <Route element={<Shell />}>
          <Route element={<ChatsLayout />}>
            <Route index element={<ChooseChat />} />
          </Route>
        </Route>
      </Route>
      <Route element={<PublicLayout />}>
        <Route path="/help" element={<HelpPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  </Suspense>
);
