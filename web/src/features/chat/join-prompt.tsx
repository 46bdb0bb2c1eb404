import { IconMessages } from '@tabler/icons-react';
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
  const join = useAction(async () => {
    await joinGroupChat(uid, chat.id);
    announce('You joined the chat.');
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
        title={chat.access === 'open' ? 'You are not in this chat yet' : 'This chat is by invitation'}
        action={
          chat.access === 'open' && chat.type === 'group' ? (
            <Button onClick={join.start} busy={join.busy}>
              Join chat
            </Button>
          ) : null
        }
      >
        {chat.about ? <p dir="auto">{chat.about}</p> : null}
        {chat.access === 'open' ? (
          <p>Members read and write here. They see your name when you join.</p>
        ) : null}
        {join.problem ? <p role="alert">{join.problem}</p> : null}
      </EmptyState>
    </>
  );
};
