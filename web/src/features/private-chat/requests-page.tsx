import { IconMailQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { watchKnownUser } from '../../data/get-user.ts';
import { useLeftChats } from '../../data/left-chats.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { type InboxEntry, watchInbox } from '../../data/watch-inbox.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './requests-page.module.css';

/** `/requests`: who would like to write to me in private. They count as unread nowhere. */
export const RequestsPage = () => {
  usePageTitle('Requests');
  const uid = useUid();
  const source = watchInbox(uid);
  const inbox = useLive(source);
  const left = useLeftChats();
  const requests = inbox.value?.filter(({ id, request }) => request === 'received' && !left.has(id));
  return (
    <>
      <PageHeader title="Requests" back={{ to: '/', label: 'Back to chats' }} backOnPhoneOnly />
      <PageBody>
        {requests === undefined && inbox.error === null ? (
          <Skeleton label="Loading requests" count={3} />
        ) : null}
        {requests === undefined && inbox.error ? (
          <ErrorState title="We could not load your requests" onRetry={source.retry}>
            <p>{errorSentence(inbox.error)}</p>
          </ErrorState>
        ) : null}
        {requests?.length === 0 ? <None /> : null}
        {requests && requests.length > 0 ? (
          <>
            <p className={classes.lead}>
              These people would like to write to you. Until you accept they cannot write more, and they are
              not told whether you have read it.
            </p>
            <ul className={classes.list} aria-label="Requests">
              {requests.map((row) => (
                <Request key={row.id} uid={uid} row={row} />
              ))}
            </ul>
          </>
        ) : null}
      </PageBody>
    </>
  );
};

const Request = ({ uid, row }: { uid: string; row: InboxEntry }) => {
  const other = useLive(row.otherUid === null ? null : watchKnownUser(uid, row.otherUid));
  return (
    <li>
      <Link to={`/chats/${row.id}`} className={classes.request}>
        <Avatar id={row.otherUid ?? row.id} name={row.name} picture={other.value?.avatar} />
        <span className={classes.words}>
          <span className={classes.top}>
            <ShownName name={row.name} className={classes.name} titled />
            <TimeText at={new Date(row.updatedAt.toMillis())} className={classes.time ?? ''} />
          </span>
          <span className={classes.preview} dir="auto">
            {row.last?.text.slice(0, 200)}
          </span>
        </span>
      </Link>
    </li>
  );
};

const None = () => (
  <EmptyState
    icon={<IconMailQuestion size={28} stroke={1.5} />}
    title="No requests"
    action={<ButtonLink to="/">Go to your chats</ButtonLink>}
  >
    <p>When somebody would like to write to you in private, their message waits here until you accept it.</p>
  </EmptyState>
);
