import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useMatch } from 'react-router';
import { keepLastChat } from '../../data/last-chat.ts';
import { useUid } from '../../data/session/use-session.ts';
import { ChatList } from '../../features/chat-list/chat-list.tsx';
import { LoadingPage } from '../../ui/loading-page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './chats-layout.module.css';
import { useKeepPane } from './use-keep-scroll.ts';

/** List and conversation side by side; on a phone one or the other. */
export const ChatsLayout = () => {
  const uid = useUid();
  const chatId = useMatch('/chats/:chatId')?.params.chatId;
  const inChat = chatId !== undefined;
  const inRequests = useMatch('/requests') !== null;
  const list = useRef<HTMLElement>(null);
  useKeepPane(list, 'chats');
  useEffect(() => {
    if (chatId !== undefined) keepLastChat(uid, chatId);
  }, [uid, chatId]);
  return (
    <div className={classes.panes} data-in-chat={inChat || undefined} data-in-page={inRequests || undefined}>
      <section ref={list} className={classes.list} aria-label="Chats">
        <PageHeader title="Chats" level={inChat || inRequests ? 2 : 1} helpOnPhoneOnly />
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
