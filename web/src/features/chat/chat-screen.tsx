import type { ChatMember } from '@sameboat/model/chat-member';
import { IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { onDemand } from '../../ui/on-demand.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PersonLink } from '../../ui/person-link.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import classes from './chat-screen.module.css';
import { Conversation } from './conversation.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { DirectMenu } from './direct/direct-menu.tsx';
import { useOther } from './use-other.ts';

const chatDetails = onDemand(() => import('./chat-details.tsx').then(({ ChatDetails }) => ChatDetails));

const look = { size: 20, stroke: 1.75 } as const;
const chatDetails = onDemand(() => import('./chat-details.tsx').then(({ ChatDetails }) => ChatDetails));

interface ChatScreenProps {
  uid: string;
  chat: ChatEntry;
  member: ChatMember;
}

/** A chat for one of its members: header, conversation, and its details beside it or, on a narrow screen, over it. */
export const ChatScreen = ({ uid, chat, member }: ChatScreenProps) => {
  const [detailsOpen, setDetailsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const wide = useMediaQuery('(min-width: 1024px)');
  const { other, name, picture } = useOther(uid, chat);
  const Details = chatDetails.useWhen(detailsOpen, () => setDetailsOpen(false));
  const details = Details ? (
    <Details uid={uid} chat={chat} name={name} owner={member.role === 'owner'} />
  ) : null;

  // A menu or dialog over the screen takes the key first.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && wide && !event.defaultPrevented) setDetailsOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for the whole screen
    <div className={classes.screen} onKeyDown={onKeyDown}>
      <PageHeader
        title={
          other === null ? (
            <ShownName name={name} titled />
          ) : (
            <PersonLink uid={other}>
              <ShownName name={name} titled />
            </PersonLink>
          )
        }
        leading={other === null ? null : <Avatar id={other} name={name} picture={picture} size={32} />}
        subtitle={other === null && chat.memberCount > 0 ? membersWords(chat.memberCount) : undefined}
        back={{ to: '/', label: 'Back to chats' }}
        backOnPhoneOnly
        actions={
          other === null ? (
            <IconButton
              ref={toggle}
              label={chat.type === 'home' ? 'About this chat' : 'Members'}
              icon={chat.type === 'home' ? <IconInfoCircle {...look} /> : <IconUsers {...look} />}
              aria-expanded={detailsOpen}
              onPointerEnter={chatDetails.preload}
              onFocus={chatDetails.preload}
              onClick={() => setDetailsOpen((open) => !open)}
            />
          ) : (
            <DirectMenu uid={uid} chatId={chat.id} other={other} name={name} />
          )
        }
      />
      <div className={classes.panes}>
        <Conversation uid={uid} chat={chat} member={member} />
        {wide && detailsOpen && details ? <DetailsPanel opener={toggle}>{details}</DetailsPanel> : null}
      </div>
      {wide ? null : (
        <Sheet
          open={detailsOpen && details !== null}
          label="About this chat"
          onClose={() => setDetailsOpen(false)}
        >
          {details}
        </Sheet>
      )}
    </div>
  );
};

function membersWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}
