import { Suspense } from 'react';
import { Outlet, useMatch } from 'react-router';
import { ChatList } from '../../features/chat-list/chat-list.tsx';
import { LoadingPage } from '../../ui/loading-page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './chats-layout.module.css';

/** List and conversation side by side; on a phone one or the other. */
export const ChatsLayout = () => {
  const inChat = useMatch('/chats/:chatId') !== null;
  return (
    <div className={classes.panes} data-in-chat={inChat || undefined}>
      <section className={classes.list} aria-label="Chats">
        <PageHeader title="Chats" level={inChat ? 2 : 1} helpOnPhoneOnly />
        <ChatList />
      </section>
      <div className={classes.conversation}>
        <Suspense fallback={<LoadingPage label="Loading" shape="bubbles" />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
};
