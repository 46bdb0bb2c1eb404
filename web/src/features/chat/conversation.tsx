import type { ChatMember } from '@sameboat/model/chat-member';
import { lazy, Suspense, useMemo, useState } from 'react';
import { errorSentence } from '../../data/data-error.ts';
import { outboxOf } from '../../data/use-outbox.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BlockedPeople, useBlockedPeople } from './blocked-people.ts';
import { ChatPictures } from './chat-pictures.tsx';
import classes from './conversation.module.css';
import { ConversationFoot } from './conversation-foot.tsx';
import { ConversationTop } from './conversation-top.tsx';
import { JumpBack } from './jump-back.tsx';
import { JumpToLine } from './jump-to-line.tsx';
import { MessageList } from './message-list.tsx';
import { MessageTools } from './message-tools.tsx';
import { ReadByPlace } from './read-by-place.ts';
import { type ChatInSight, ShownChat } from './shown-chat.ts';
import { messageIn } from './timeline-change.ts';
import { useConversation } from './use-conversation.ts';
import { useLinkedMessage } from './use-linked-message.ts';
import { useMarkUnread } from './use-mark-unread.ts';
import { useMessageActs } from './use-message-acts.ts';
import { useMessageJump } from './use-message-jump.ts';

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
  const { news, older, rows, authors } = conversation;
  const [wantsLine, setWantsLine] = useState(false);
  const inSight = useChatInSight(uid, chat, member);
  const { me } = inSight;
  const people = useMemo(() => ({ uid, chat, me, authors }), [uid, chat, me, authors]);
  const blocked = useBlockedPeople(uid, chat.type === 'group' || chat.type === 'home');
  const jump = useMessageJump(uid, chat.id, older);
  useLinkedMessage(news.isReady, jump.jumpTo);
  const acts = useMessageActs(inSight);
  const markUnread = useMarkUnread(inSight, blocked);

  const { jumpTo } = jump;
  const { onTool, onReply } = acts;
  const actions = useMemo(
    () => ({
      onRetry: (id: string) => outboxOf(uid).retry(id),
      onDiscard: (id: string) => outboxOf(uid).discard(id),
      onJump: (id: string, from: string) => void jumpTo(id, from),
      onTool,
      onReply,
    }),
    [uid, jumpTo, onTool, onReply],
  );

  return (
    <ShownChat value={inSight}>
      <BlockedPeople value={blocked}>
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
                    rows={rows}
                    top={<ConversationTop type={chat.type} conversation={conversation} />}
                    unseen={news.unseen}
                    wantsLine={wantsLine}
                    goal={jump.goal}
                    tool={acts.tool}
                    onNearTop={() => {
                      if (conversation.canLoadOlder && older.state === 'idle') older.loadPage();
                    }}
                    onAtEnd={conversation.setAtEnd}
                    onBackAtEnd={jump.forgetBack}
                    actions={actions}
                  />
                </ReadByPlace>
                {jump.isLoading || jump.canGoBack ? (
                  <JumpBack isLoading={jump.isLoading} onBack={jump.goBack} />
                ) : news.isLineMissing ? (
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
            <ConversationFoot isReady={news.isReady} people={people} rows={rows} acts={acts} />
            <MessageTools
              chat={chat}
              tool={acts.tool}
              message={acts.tool === null ? undefined : messageIn(rows, acts.tool.messageId)}
              onTool={onTool}
              onReply={onReply}
              onEdit={acts.onEdit}
              onMarkUnread={conversation.hasRow ? (id) => void markUnread(id) : null}
              onClose={acts.closeTool}
            />
          </div>
        </ChatPictures>
      </BlockedPeople>
    </ShownChat>
  );
};

const NO_NAMES: ChatInSight['people'] = {};

function useChatInSight(
  uid: string,
  { id: chatId, people = NO_NAMES }: ChatEntry,
  member: ChatMember,
): ChatInSight {
  const me = member.alias ?? uid;
  return useMemo(() => ({ uid, chatId, me, people }), [uid, chatId, me, people]);
}
