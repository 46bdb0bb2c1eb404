import { Suspense } from 'react';
import { Outlet, useMatch } from 'react-router';
import { useConnection } from '../../data/connection.ts';
import { usePicture } from '../../data/pictures/use-picture.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useOutboxAtWork } from '../../data/use-outbox.ts';
import { LoadingPage } from '../../ui/loading-page.tsx';
import { OfflineBanner } from '../../ui/offline-banner.tsx';
import { Pictures } from '../../ui/pictures.ts';
import { MainNav } from './main-nav.tsx';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { SkipLink } from './skip-link.tsx';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';
import { useKeepScroll } from './use-keep-scroll.ts';
import { useMarkActive } from './use-mark-active.ts';
import { useUnreadChats } from './use-unread-chats.ts';
import { useVisibleHeight } from './use-visible-height.ts';
import { VerifyNotice } from './verify-notice.tsx';

/**
 * The frame of every signed-in screen. On a wide window it fills the window and each pane scrolls by itself; on a phone
 * the page scrolls, except in a chat, which fills the screen in the place of the bar.
 */
export const Shell = () => {
  const inChat = useMatch('/chats/:chatId') !== null;
  const uid = useUid();
  const unreadChats = useUnreadChats(uid);
  const main = useFocusOnNavigation();
  useKeepScroll(main);
  useOutboxAtWork(uid);
  useVisibleHeight();
  useMarkActive();
  return (
    <div className={classes.shell} data-in-chat={inChat || undefined}>
      <SkipLink />
      <OfflineBanner
        connection={useConnection()}
        note="What you write is kept here and sent when you are back."
      />
      <VerifyNotice />
      <Shortcuts uid={uid} />
      <div className={classes.frame}>
        <MainNav unreadChats={unreadChats} />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Pictures value={usePicture}>
            <Suspense fallback={<LoadingPage label="Loading" />}>
              <Outlet />
            </Suspense>
          </Pictures>
        </main>
      </div>
    </div>
  );
};
