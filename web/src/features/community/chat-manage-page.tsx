import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorSentence } from '../../data/data-error.ts';
import { useUid } from '../../data/session/use-session.ts';
import { useLive } from '../../data/use-live.ts';
import { type ChatEntry, watchChat, watchOwnChatMember } from '../../data/watch-chat.ts';
import { watchOwnCommunityMember } from '../../data/watch-community.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ChatBans } from './chat-bans.tsx';
import { ChatInvitations } from './chat-invitations.tsx';
import { ChatMemberList } from './chat-member-list.tsx';
import { DeleteChatDialog } from './delete-chat-dialog.tsx';
import { EditChatForm } from './edit-chat-form.tsx';
import classes from './manage-page.module.css';

/** `/chats/:chatId/manage`: for the owner of a group chat, and those who moderate its community. */
export const ChatManagePage = () => {
  usePageTitle('Manage the chat');
  const { chatId = '' } = useParams();
  const uid = useUid();
  return (
    <>
      <PageHeader title="Manage the chat" back={{ to: `/chats/${chatId}`, label: 'Back to the chat' }} />
      <PageBody>
        <OneChat key={`${uid}/${chatId}`} uid={uid} chatId={chatId} />
      </PageBody>
    </>
  );
};

const OneChat = ({ uid, chatId }: { uid: string; chatId: string }) => {
  const source = watchChat(uid, chatId);
  const chat = useLive(source);
  const member = useLive(watchOwnChatMember(uid, chatId));
  const communityId = chat.value?.communityId ?? null;
  const inCommunity = useLive(communityId === null ? null : watchOwnCommunityMember(uid, communityId));
  const isOwner = member.value?.role === 'owner';
  const moderates = inCommunity.value != null && inCommunity.value.role !== 'member';

  if (chat.value && communityId !== null && (isOwner || moderates))
    return (
      <div className={classes.parts}>
        <EditChatForm key={chat.value.id} chat={chat.value} />
        {member.value ? <ChatMemberList uid={uid} chatId={chatId} isOwner={isOwner} /> : null}
        {isOwner ? <ForOwner uid={uid} chat={chat.value} communityId={communityId} /> : null}
        <DeleteChat chat={chat.value} communityId={communityId} />
      </div>
    );
  const error = chat.error ?? member.error ?? inCommunity.error;
  const isKnown = member.value !== undefined && inCommunity.value !== undefined;
  if (chat.value === null || error?.code === 'not-allowed' || (chat.value && isKnown))
    return (
      <EmptyState
        icon={<IconLock size={28} stroke={1.5} />}
        title="This is not for you to change"
        action={<ButtonLink to="/">Go to your chats</ButtonLink>}
      >
        <p>It is for the owner of a group chat, and for those who run its community.</p>
      </EmptyState>
    );
  if (error === null) return <Skeleton label="Loading chat" shape="lines" count={6} />;
  return (
    <ErrorState title="We could not load this chat" onRetry={source.retry}>
      <p>{errorSentence(error)}</p>
    </ErrorState>
  );
};

const ForOwner = ({ uid, chat, communityId }: { uid: string; chat: ChatEntry; communityId: string }) => (
  <>
    <ChatInvitations uid={uid} chatId={chat.id} communityId={communityId} />
    <ChatBans uid={uid} chatId={chat.id} />
  </>
);

const DeleteChat = ({ chat, communityId }: { chat: ChatEntry; communityId: string }) => {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.part}>
      <Button variant="default" danger onClick={() => setAsking(true)}>
        Delete chat
      </Button>
      <DeleteChatDialog
        chat={asking ? chat : null}
        onClose={() => setAsking(false)}
        onDeleted={() => navigate(`/communities/${communityId}`, { replace: true })}
      />
    </div>
  );
};
