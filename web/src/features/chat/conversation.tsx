import type { ChatMember } from '@sameboat/model/chat-member';
import { chatSentence } from '@sameboat/model/visibility';
import { useCallback, useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { type OutgoingContent, plainText } from '../../data/outbox-state.ts';
import { outboxOf } from '../../data/use-outbox.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ChatPictures } from './chat-pictures.tsx';
import { Composer } from './composer.tsx';
import classes from './conversation.module.css';
import { ConversationTop } from './conversation-top.tsx';
import { JumpToLine } from './jump-to-line.tsx';
import { MessageList } from './message-list.tsx';
import { PictureAttaching } from './picture-attaching.tsx';
import { useConversation } from './use-conversation.ts';

interface ConversationProps {
  uid: string;
  chat: ChatEntry;
  /** My membership of the chat. */
  member: ChatMember;
}

/** The messages of a chat that I am a member of, and where to write the next. */
export const Conversation = ({ uid, chat, member }: ConversationProps) => {
  const conversation = useConversation(uid, chat, member);
  const { news, older } = conversation;
  const [wantsLine, setWantsLine] = useState(false);

  const onRetry = useCallback((id: string) => outboxOf(uid).retry(id), [uid]);
  const onDiscard = useCallback((id: string) => outboxOf(uid).discard(id), [uid]);
  const onSend = useCallback(
    (content: OutgoingContent) => void outboxOf(uid).send(chat.id, content),
    [uid, chat.id],
  );

  return (
    <ChatPictures uid={uid} chat={chat} member={member}>
      <div className={classes.conversation} data-conversation>
        {news.isReady ? (
          <div className={classes.messages}>
            <MessageList
              uid={uid}
              rows={conversation.rows}
              top={<ConversationTop type={chat.type} conversation={conversation} />}
              unseen={news.unseen}
              wantsLine={wantsLine}
              onNearTop={() => {
                if (conversation.canLoadOlder && older.state === 'idle') older.loadPage();
              }}
              onAtEnd={conversation.setAtEnd}
              onRetry={onRetry}
              onDiscard={onDiscard}
            />
            {news.isLineMissing ? (
              <JumpToLine
                fresh={news.sinceOpening}
                state={older.state}
                onJump={() => {
                  setWantsLine(true);
                  void news.loadLine();
                }}
              />
            ) : null}
          </div>
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
          <PictureAttaching uid={uid} chatId={chat.id} me={member.alias ?? uid} onSend={onSend}>
            {({ onSend: send, ...parts }) => (
              <Composer uid={uid} chatId={chat.id} onSend={(text) => send(plainText(text))} {...parts} />
            )}
          </PictureAttaching>
          <p className={classes.readers}>{chatSentence(chat)}</p>
        </div>
      </div>
    </ChatPictures>
  );
};
