import { requestSentence } from '@sameboat/model/visibility';
import { useEffect, useState } from 'react';
import { errorSentence } from '../../../data/data-error.ts';
import { endPrivateChat } from '../../../data/end-private-chat.ts';
import { getUser } from '../../../data/get-user.ts';
import { useAction } from '../../../data/use-action.ts';
import { useLive } from '../../../data/use-live.ts';
import { watchMessages } from '../../../data/watch-messages.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { MessageBubble } from '../../../ui/message-bubble.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PersonLink } from '../../../ui/person-link.tsx';
import { clockTime } from '../../../ui/relative-time.ts';
import { ShownName } from '../../../ui/shown-name.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useInboxRow } from '../use-inbox-row.ts';
import { EndedChat } from './ended-chat.tsx';
import classes from './request.module.css';

interface WaitingRequestProps {
  uid: string;
  other: string;
  chatId: string;
  onAnswered: () => void;
}

/**
 * A request of mine, drawn from my own message: I cannot read the chat until it is open, so waiting, declined and blocked
 * look the same. A chat whose messages I cannot read either has ended.
 */
export const WaitingRequest = ({ uid, other, chatId, onAnswered }: WaitingRequestProps) => {
  const source = watchMessages(uid, chatId);
  const messages = useLive(source);
  const user = useLive(getUser(uid, other)).value;
  const row = useInboxRow(uid, chatId).value;
  // Of a chat that has ended the row may still be there for a moment, but not the messages.
  const isAccepted = messages.status === 'ready' && row?.request === null;
  useEffect(() => {
    if (isAccepted) onAnswered();
  }, [isAccepted, onAnswered]);

  if (messages.error?.code === 'not-allowed') return <EndedChat other={other} />;
  const name = user?.displayName ?? row?.name ?? 'Private chat';
  const mine = messages.value?.live.find(({ senderId }) => senderId === uid);
  return (
    <div className={classes.screen}>
      <PageHeader
        title={
          <PersonLink uid={other}>
            <ShownName name={name} titled />
          </PersonLink>
        }
        leading={<Avatar id={other} name={name} picture={user?.avatar} size={32} />}
        back={{ to: '/', label: 'Back to chats' }}
        backOnPhoneOnly
      />
      {mine === undefined && !messages.value?.settled ? (
        messages.error ? (
          <ErrorState title="We could not load your request" onRetry={source.retry}>
            <p>{errorSentence(messages.error)}</p>
          </ErrorState>
        ) : (
          <Skeleton label="Loading your request" shape="bubbles" count={2} />
        )
      ) : (
        <div className={classes.body}>
          {mine ? (
            <MessageBubble
              mine
              authorId={uid}
              author="You"
              time={clockTime(new Date(mine.createdAt.toMillis()))}
            >
              <p className={classes.text} dir="auto">
                {mine.deletedAt === null ? mine.text : 'Message deleted'}
              </p>
            </MessageBubble>
          ) : null}
          <div className={classes.note} role="status">
            <p className={classes.strong}>Waiting for an answer</p>
            <p>If they accept, you can talk here. They may need time, or not want to talk now.</p>
          </div>
          <TakeBack chatId={chatId} />
          <p className={classes.quiet}>{requestSentence}</p>
        </div>
      )}
    </div>
  );
};

const TakeBack = ({ chatId }: { chatId: string }) => {
  const [asking, setAsking] = useState(false);
  const end = useAction(() => endPrivateChat(chatId));
  return (
    <p>
      <Button variant="default" size="small" onClick={() => setAsking(true)}>
        Take back the request
      </Button>
      <ConfirmDialog
        open={asking}
        title="Take back the request?"
        confirmLabel="Take back"
        cancelLabel="Keep it"
        danger
        busy={end.busy}
        onConfirm={end.start}
        onCancel={() => setAsking(false)}
      >
        <p>They cannot read or accept it any more. You can ask again after a month.</p>
        {end.problem ? <p role="alert">{end.problem}</p> : null}
      </ConfirmDialog>
    </p>
  );
};
