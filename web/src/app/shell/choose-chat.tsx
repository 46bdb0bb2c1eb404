import { Navigate } from 'react-router';
import { readLastChat } from '../../data/last-chat.ts';
import { useLeftChats } from '../../data/left-chats.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { HelpLink } from '../../ui/help-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './choose-chat.module.css';

/** `/`: on a wide window the chat that was open last, or else the first of the list, opens beside it. */
export const ChooseChat = () => {
  usePageTitle('Chats');
  const uid = useUid();
  const wide = useMediaQuery('(min-width: 768px)');
  const left = useLeftChats();
  const inbox = useLive(watchInbox(uid));
  const rows = (inbox.value ?? []).filter(({ id, request }) => !left.has(id) && request !== 'received');
  const last = readLastChat(uid);
  const chat = rows.find(({ id }) => id === last) ?? rows[0];
  if (wide && chat) return <Navigate to={`/chats/${chat.id}`} replace />;
  return (
    <>
      <div className={classes.help}>
        <HelpLink />
      </div>
      {wide && inbox.status === 'loading' ? (
        <Skeleton label="Opening your last chat" shape="bubbles" count={6} />
      ) : null}
    </>
  );
};
