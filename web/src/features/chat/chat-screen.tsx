import type { ChatMember } from '@sameboat/model/chat-member';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { ChatDetails } from './chat-details.tsx';
import classes from './chat-screen.module.css';
import { Conversation } from './conversation.tsx';
import { useChatName } from './use-chat-name.ts';

interface ChatScreenProps {
  uid: string;
  chat: ChatEntry;
  member: ChatMember;
}

/** A chat for one of its members: head, conversation, and its details beside it or, where that is narrow, over it. */
export const ChatScreen = ({ uid, chat, member }: ChatScreenProps) => {
  const [detailsOpen, setDetailsOpen] = useState(false);
  const wide = useMediaQuery('(min-width: 1024px)');
  const name = useChatName(uid, chat);
  const details = <ChatDetails uid={uid} chat={chat} />;
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        subtitle={chat.type !== 'direct' && chat.memberCount > 0 ? membersWords(chat.memberCount) : undefined}
        back={{ to: '/', label: 'Back to chats' }}
        backOnPhoneOnly
        actions={
          <IconButton
            label="Members"
            icon={<IconUsers size={20} stroke={1.75} />}
            aria-expanded={detailsOpen}
            onClick={() => setDetailsOpen((open) => !open)}
          />
        }
      />
      <div className={classes.panes}>
        <Conversation uid={uid} chat={chat} readAt={member.readAt?.toMillis() ?? null} />
        {wide && detailsOpen ? (
          <aside className={classes.details} aria-label="About this chat">
            {details}
          </aside>
        ) : null}
      </div>
      {wide ? null : (
        <Sheet open={detailsOpen} label="About this chat" onClose={() => setDetailsOpen(false)}>
          {details}
        </Sheet>
      )}
    </>
  );
};

function membersWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}
