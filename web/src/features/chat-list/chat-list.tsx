import { defaultHome } from '@sameboat/model/home';
import { IconMailQuestion, IconMessages } from '@tabler/icons-react';
import { Link, useMatch } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useLeftChats } from '../../data/left-chats.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { useOutboxAtWork } from '../../data/use-outbox.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import classes from './chat-list.module.css';
import { ChatRows } from './chat-rows.tsx';

/** The chats that I take part in, live: pinned ones first, then by what happened last. */
export const ChatList = () => {
  const uid = useUid();
  useOutboxAtWork(uid);
  const source = watchInbox(uid);
  const inbox = useLive(source);
  const current = useMatch('/chats/:chatId')?.params.chatId;

  const left = useLeftChats();

  if (inbox.value === undefined) {
    if (inbox.status === 'loading') return <Skeleton label="Loading chats" count={8} />;
    return (
      <ErrorState title="We could not load your chats" onRetry={source.retry}>
        <p>{inbox.error ? errorSentence(inbox.error) : null}</p>
      </ErrorState>
    );
  }
  const all = inbox.value.filter((row) => !left.has(row.id));
  const rows = all.filter(({ request }) => request !== 'received');
  const requests = all.length - rows.length;
  if (rows.length === 0) {
    // The device's copy may be empty only because nothing has been read here yet.
    if (inbox.fromCache) return <Skeleton label="Loading chats" count={8} />;
    return (
      <>
        <Requests count={requests} />
        <NoChats />
      </>
    );
  }
  return (
    <>
      <Requests count={requests} />
      {inbox.status === 'error' ? (
        <p role="status" className={classes.stale}>
          These chats may be out of date. <TextButton onClick={source.retry}>Retry</TextButton>
        </p>
      ) : null}
      <ChatRows uid={uid} rows={rows} current={current} />
    </>
  );
};

/** Leads to those who would like to write to me. Its number is quiet: nobody waits for me to hurry. */
const Requests = ({ count }: { count: number }) => {
  const here = useMatch('/requests') !== null;
  if (count === 0) return null;
  return (
    <Link to="/requests" className={classes.requests} aria-current={here ? 'page' : undefined}>
      <IconMailQuestion size={20} stroke={1.75} aria-hidden="true" />
      Requests
      <Badge label="waiting" quiet>
        {String(count)}
      </Badge>
    </Link>
  );
};

const NoChats = () => (
  <EmptyState
    icon={<IconMessages size={28} stroke={1.5} />}
    title="Your chats will be here"
    action={<ButtonLink to="/discover">Discover communities</ButtonLink>}
  >
    <p>
      Find a community near you, join one of its group chats, and say hello when you are ready. The{' '}
      <Link to={`/chats/${defaultHome.id}`}>home chat</Link> is there too.
    </p>
  </EmptyState>
);
