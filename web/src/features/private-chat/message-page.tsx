import { directChatId } from '@sameboat/model/direct-chat-id';
import { IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { unblockPerson } from '../../data/block-person.ts';
import { errorSentence } from '../../data/data-error.ts';
import { getUser, type UserEntry } from '../../data/get-user.ts';
import { useSession } from '../../data/session/use-session.ts';
import { useAction } from '../../data/use-action.ts';
import { useLive } from '../../data/use-live.ts';
import { watchBlock } from '../../data/watch-blocks.ts';
import { watchChat } from '../../data/watch-chat.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PersonLink } from '../../ui/person-link.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toasts.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './message-page.module.css';
import { RequestForm } from './request-form.tsx';

/** `/people/:uid/message`: the private chat with somebody, or the request for one. */
export const MessagePage = () => {
  usePageTitle('Message');
  const session = useSession();
  const { uid = '' } = useParams();
  if (session.status !== 'signed-in') return null;
  if (session.uid === uid) return <Navigate to={`/people/${uid}`} replace />;
  const me = { uid: session.uid, createdAt: session.profile.createdAt.toMillis() };
  return <OnePerson key={`${me.uid}/${uid}`} me={me} other={uid} />;
};

interface OnePersonProps {
  me: { uid: string; createdAt: number };
  other: string;
}

const OnePerson = ({ me, other }: OnePersonProps) => {
  const chatId = directChatId(me.uid, other);
  const chatSource = watchChat(me.uid, chatId);
  const userSource = getUser(me.uid, other);
  const chat = useLive(chatSource);
  const user = useLive(userSource);
  const block = useLive(watchBlock(me.uid, other));

  // There is one, or there was: a request of mine that waits cannot be read, nor can a chat that has ended.
  if (chat.value || chat.error?.code === 'not-allowed') return <Navigate to={`/chats/${chatId}`} replace />;
  const isNobody = user.error?.code === 'not-allowed' || user.error?.code === 'invalid';
  if (user.value === null || user.value?.kind === 'bot' || isNobody) return <Nobody />;
  const error = chat.error ?? user.error;
  return (
    <Frame other={other}>
      {error ? (
        <ErrorState
          title="We could not look for your chat"
          onRetry={() => {
            chatSource.retry();
            userSource.retry();
          }}
        >
          <p>{errorSentence(error)}</p>
        </ErrorState>
      ) : user.value && chat.value === null && block.status !== 'loading' ? (
        <>
          <To user={user.value} />
          {block.value ? (
            <Blocked me={me.uid} user={user.value} />
          ) : (
            <RequestForm uid={me.uid} createdAt={me.createdAt} other={user.value} />
          )}
        </>
      ) : (
        <Skeleton label="Looking for your chat" shape="lines" count={4} />
      )}
    </Frame>
  );
};

const Frame = ({ other, children }: { other: string; children: ReactNode }) => (
  <>
    <PageHeader title="New message" back={{ to: `/people/${other}`, label: 'Back to the profile' }} />
    <PageBody>
      <div className={classes.page}>{children}</div>
    </PageBody>
  </>
);

const To = ({ user: { id, displayName, handle, avatar } }: { user: UserEntry }) => (
  <p className={classes.to}>
    <Avatar id={id} name={displayName} picture={avatar} />
    <span>
      To{' '}
      <PersonLink uid={id}>
        <ShownName name={displayName} />
      </PersonLink>{' '}
      <bdi dir="ltr" className={classes.quiet}>
        @{handle}
      </bdi>
    </span>
  </p>
);

const Blocked = ({ me, user }: { me: string; user: UserEntry }) => {
  const unblock = useAction(async () => {
    await unblockPerson(me, user.id);
    toast(`You unblocked ${user.displayName}.`);
  });
  return (
    <div className={classes.first}>
      <p>You blocked this person. To write to them, lift the block first. They are not told.</p>
      <Button variant="default" size="small" busy={unblock.busy} onClick={unblock.start}>
        Unblock
      </Button>
      {unblock.problem ? <p role="alert">{unblock.problem}</p> : null}
    </div>
  );
};

const Nobody = () => (
  <>
    <PageHeader title="New message" back={{ to: '/', label: 'Back to chats' }} />
    <EmptyState
      icon={<IconUserQuestion size={28} stroke={1.5} />}
      title="Nobody is here"
      action={<ButtonLink to="/">Go to your chats</ButtonLink>}
    >
      <p>This person has left, or the link is not right.</p>
    </EmptyState>
  </>
);
