import { useCallback, useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { outboxOf } from '../../data/use-outbox.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Composer } from './composer.tsx';
import classes from './conversation.module.css';
import { MessageList } from './message-list.tsx';
import { useConversation } from './use-conversation.ts';
import { useReadPosition } from './use-read-position.ts';
import { isClosed, whoCanRead } from './who-can-read.ts';

interface ConversationProps {
  uid: string;
  chat: ChatEntry;
  /** How far I have read, in milliseconds. */
  readAt: number | null;
}

/** The messages of a chat I am a member of, and where to write the next. */
export const Conversation = ({ uid, chat, readAt }: ConversationProps) => {
  const conversation = useConversation(uid, chat.id, readAt);
  const [atEnd, setAtEnd] = useState(false);
  const closed = isClosed(chat, useNow().getTime());
  useReadPosition({ uid, chatId: chat.id, newest: conversation.newest, readAt, atEnd });

  const onRetry = useCallback((id: string) => outboxOf(uid).retry(id), [uid]);
  const onDiscard = useCallback((id: string) => outboxOf(uid).discard(id), [uid]);
  const onSend = useCallback((text: string) => void outboxOf(uid).send(chat.id, text), [uid, chat.id]);

  return (
    <div className={classes.conversation}>
      {conversation.ready ? (
        <MessageList
          uid={uid}
          rows={conversation.rows}
          top={<Top chat={chat} conversation={conversation} />}
          onNearTop={() => {
            if (conversation.hasOlder && conversation.older === 'idle') conversation.loadOlder();
          }}
          onAtEnd={setAtEnd}
          onRetry={onRetry}
          onDiscard={onDiscard}
        />
      ) : (
        <div className={classes.wait}>
          {conversation.error ? (
            <ErrorState title="We could not load these messages" onRetry={conversation.retry}>
              <p>{errorSentence(conversation.error)}</p>
            </ErrorState>
          ) : (
            <Skeleton label="Loading messages" shape="bubbles" count={6} />
          )}
        </div>
      )}
      <div className={classes.foot}>
        {closed ? (
          <p className={classes.closed}>This chat has ended. You can still read it.</p>
        ) : (
          <>
            <Composer uid={uid} chatId={chat.id} onSend={onSend} />
            <p className={classes.readers}>{whoCanRead(chat)}</p>
          </>
        )}
      </div>
    </div>
  );
};

/** Above the oldest message: the beginning, or how the older ones are coming. */
const Top = ({
  chat,
  conversation,
}: {
  chat: ChatEntry;
  conversation: ReturnType<typeof useConversation>;
}) => {
  if (conversation.older === 'failed') {
    return (
      <p>
        Older messages could not be loaded.{' '}
        <button type="button" className={classes.retry} onClick={conversation.loadOlder}>
          Retry
        </button>
      </p>
    );
  }
  if (conversation.older === 'loading') return <p>Loading older messages</p>;
  if (conversation.hasOlder) return null;
  if (!conversation.settled) return <p>You are offline. Older messages come when you are back.</p>;
  return (
    <p>
      {conversation.rows.length === 0 && chat.type === 'group'
        ? 'Nobody has written here yet. A hello is enough.'
        : 'This is where the chat begins.'}
    </p>
  );
};
