import { IconMessages } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { acceptInvitation, deleteInvitation } from '../../data/group-chat-acts.ts';
import { joinGroupChat } from '../../data/join-group-chat.ts';
import { useAction } from '../../data/use-action.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ShownName } from '../../ui/shown-name.tsx';

/** For somebody who can see that a chat exists but is not in it: what it is about, and how to join. */
export const JoinPrompt = ({ uid, chat }: { uid: string; chat: ChatEntry }) => {
  const navigate = useNavigate();
  const isOpen = chat.access === 'open';
  const join = useAction(async () => {
    await (isOpen ? joinGroupChat : acceptInvitation)(uid, chat.id);
    announce('You joined the chat.');
  });
  const decline = useAction(async () => {
    await deleteInvitation({ chatId: chat.id, target: uid });
    announce('You declined the invitation.');
    navigate(chat.communityId ? `/communities/${chat.communityId}` : '/', { replace: true });
  });

  return (
    <>
      <PageHeader
        title={<ShownName name={chat.name} />}
        back={
          chat.communityId
            ? { to: `/communities/${chat.communityId}`, label: 'Back to the community' }
            : { to: '/', label: 'Back to chats' }
        }
      />
      <EmptyState
        icon={<IconMessages size={28} stroke={1.5} />}
        title={isOpen ? 'You are not in this chat yet' : 'You are invited to this chat'}
        action={
          chat.type === 'group' || chat.type === 'home' ? (
            <>
              <Button onClick={join.start} busy={join.busy}>
                Join chat
              </Button>
              {isOpen ? null : (
                <Button variant="default" onClick={decline.start} busy={decline.busy}>
                  Decline
                </Button>
              )}
            </>
          ) : null
        }
      >
        {chat.about ? <p dir="auto">{chat.about}</p> : null}
        <p>
          {chat.type === 'home'
            ? 'Everyone with an account can read and write here. They see your name when you write.'
            : 'Members read and write here. They see your name when you join.'}
        </p>
        {(join.problem ?? decline.problem) ? <p role="alert">{join.problem ?? decline.problem}</p> : null}
      </EmptyState>
    </>
  );
};
