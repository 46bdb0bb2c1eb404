import { IconLock } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { watchChat, watchOwnChatMember } from '../../data/watch-chat.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ChatScreen } from './chat-screen.tsx';
import { JoinPrompt } from './join-prompt.tsx';

/** `/chats/:chatId`: the conversation for its members, an invitation for who may join, and nothing for others. */
export const ChatPage = () => {
  const uid = useUid();
  const { chatId = '' } = useParams();
  // Another chat is another screen: its draft, its place in the messages, its line of unread.
  return <OneChat key={`${uid}/${chatId}`} uid={uid} chatId={chatId} />;
};

const OneChat = ({ uid, chatId }: { uid: string; chatId: string }) => {
  usePageTitle('Chat');
  const chatSource = watchChat(uid, chatId);
  const memberSource = watchOwnChatMember(uid, chatId);
  const chat = useLive(chatSource);
  const member = useLive(memberSource);

  if (chat.value && member.value) return <ChatScreen uid={uid} chat={chat.value} member={member.value} />;
  if (chat.value && member.status === 'ready') return <JoinPrompt uid={uid} chat={chat.value} />;

  const error = chat.error ?? member.error;
  if (chat.value === null || error?.code === 'not-allowed' || error?.code === 'not-found') return <NotHere />;
  return (
    <>
      <Head />
      {error ? (
        <ErrorState
          title="We could not open this chat"
          onRetry={() => {
            chatSource.retry();
            memberSource.retry();
          }}
        >
          <p>{errorSentence(error)}</p>
        </ErrorState>
      ) : (
        <Skeleton label="Loading chat" shape="bubbles" count={6} />
      )}
    </>
  );
};

/** The same words whether it does not exist or is not for this person: neither can be told from the other. */
const NotHere = () => (
  <>
    <Head />
    <EmptyState
      icon={<IconLock size={28} stroke={1.5} />}
      title="You cannot open this chat"
      action={<ButtonLink to="/">Go to your chats</ButtonLink>}
    >
      <p>It does not exist, or it is only for its members.</p>
    </EmptyState>
  </>
);

const Head = () => <PageHeader title="Chat" back={{ to: '/', label: 'Back to chats' }} backOnPhoneOnly />;
