import type { ChatMember } from '@sameboat/model/chat-member';
import { chatSentence } from '@sameboat/model/visibility';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import type { OutgoingContent } from '../../data/outbox-state.ts';
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
import { ReadByPlace } from './read-by-place.ts';
import { useTypingChoice } from './typing-choice.ts';
import { TypingLine } from './typing-line.tsx';
import { useConversation } from './use-conversation.ts';
import { useTypingMark } from './use-typing-mark.ts';

const HomeNotice = lazy(async () => ({ default: (await import('./home-notice.tsx')).HomeNotice }));

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
  const { authors } = conversation;
  const me = member.alias ?? uid;
  const people = useMemo(() => ({ uid, chat, me, authors }), [uid, chat, me, authors]);
  const isTypingShown = useTypingChoice(uid, chat);
  const onWords = useTypingMark({ uid, chat, me, isOn: isTypingShown });

  return (
    <ChatPictures uid={uid} chat={chat} me={me}>
      <div className={classes.conversation} data-conversation>
        {chat.type === 'home' ? (
          <Suspense fallback={null}>
            <HomeNotice uid={uid} />
          </Suspense>
        ) : null}
        {news.isReady ? (
          <div className={classes.messages}>
            <ReadByPlace value={people}>
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
            </ReadByPlace>
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
          <TypingLine uid={uid} chat={chat} me={me} isOn={isTypingShown} />
          <PictureAttaching uid={uid} chatId={chat.id} me={me} onSend={onSend}>
            {(attaching) => <Composer people={people} onWords={onWords} {...attaching} />}
          </PictureAttaching>
          <p className={classes.readers}>{chatSentence(chat)}</p>
        </div>
      </div>
    </ChatPictures>
  );
};
