import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { watchChat, watchOwnChatMember } from '../../data/watch-chat.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { onDemand } from '../../ui/on-demand.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ChatScreen } from './chat-screen.tsx';
import { otherOf } from './direct/other-of.ts';
import { isClosed } from './is-closed.ts';

const privateState = onDemand(() =>
  import('./direct/private-chat-state.tsx').then(({ PrivateChatState }) => PrivateChatState),
);

const joinPrompt = onDemand(() => import('./join-prompt.tsx').then(({ JoinPrompt }) => JoinPrompt));

/** `/chats/:chatId`: the conversation for its members, an invitation for people who may join, nothing for others. */
export const ChatPage = () => {
  const uid = useUid();
  const { chatId = '' } = useParams();
  // Another chat is another screen, with its own draft, place and unread line.
  return <OneChat key={`${uid}/${chatId}`} uid={uid} chatId={chatId} />;
};

const OneChat = ({ uid, chatId }: { uid: string; chatId: string }) => {
  usePageTitle('Chat');
  const chatSource = watchChat(uid, chatId);
  const memberSource = watchOwnChatMember(uid, chatId);
  const chat = useLive(chatSource);
  const member = useLive(memberSource);

  const now = useNow().getTime();

  const error = chat.error ?? member.error;
  const other = otherOf(uid, chatId);
  const isRefused = chat.error?.code === 'not-allowed';
  const isOpen = chat.value?.state === 'open' && chat.value.endedAt === null;
  const hasNotJoined = member.status === 'ready' && member.value === null;
  const isApart = other !== null && (isRefused || (chat.value !== undefined && (!isOpen || hasNotJoined)));
  const PrivateState = privateState.useWhen(isApart);
  const mayJoin = !isApart && Boolean(chat.value) && hasNotJoined;
  const JoinPrompt = joinPrompt.useWhen(mayJoin);

  if (isApart)
    return PrivateState ? (
      <PrivateState
        uid={uid}
        other={other}
        chatId={chatId}
        chat={isRefused ? undefined : chat.value}
        // What I could read and cannot any more has ended. My own request I could never read.
        hasEnded={isRefused && Boolean(chat.value)}
        onAnswered={chatSource.retry}
      />
    ) : (
      <Wait />
    );
  // Also for somebody who sees it now: it has ended, or they were removed.
  if (chat.value === null || error?.code === 'not-allowed' || error?.code === 'not-found') return <NotHere />;
  if (chat.value && isClosed(chat.value, now)) return <Ended />;
  if (chat.value && member.value) return <ChatScreen uid={uid} chat={chat.value} member={member.value} />;
  if (chat.value && mayJoin) return JoinPrompt ? <JoinPrompt uid={uid} chat={chat.value} /> : <Wait />;

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

const Wait = () => (
  <>
    <Head />
    <Skeleton label="Loading chat" shape="bubbles" count={6} />
  </>
);

const Ended = () => (
  <Nothing title="This chat has ended">
    <p>Nobody can read it or write in it any more.</p>
  </Nothing>
);

/** The same words whether it does not exist, has ended or is not for this person, so that nobody learns which. */
const NotHere = () => (
  <Nothing title="You cannot open this chat">
    <p>It has ended, it does not exist, or it is only for its members.</p>
  </Nothing>
);

const Nothing = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <Head />
    <EmptyState
      icon={<IconLock size={28} stroke={1.5} />}
      title={title}
      action={<ButtonLink to="/">Go to your chats</ButtonLink>}
    >
      {children}
    </EmptyState>
  </>
);

const Head = () => <PageHeader title="Chat" back={{ to: '/', label: 'Back to chats' }} backOnPhoneOnly />;
