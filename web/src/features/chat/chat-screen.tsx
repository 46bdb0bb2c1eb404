import type { ChatMember } from '@sameboat/model/chat-member';
import { IconInfoCircle, IconSearch, IconUsers } from '@tabler/icons-react';
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

const search = onDemand(() => import('./search-panel.tsx').then(({ SearchPanel }) => SearchPanel));

/** Beside the conversation the results stay. */
const stay = () => {};

const look = { size: 20, stroke: 1.75 } as const;
const chatDetails = onDemand(() => import('./chat-details.tsx').then(({ ChatDetails }) => ChatDetails));

interface ChatScreenProps {
  uid: string;
  chat: ChatEntry;
  member: ChatMember;
}

/** A chat for one of its members: header, conversation, and its details or a search beside it or, on a narrow screen, over it. */
export const ChatScreen = ({ uid, chat, member }: ChatScreenProps) => {
  const [open, setOpen] = useState<'details' | 'search' | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const searchToggle = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(null);
  const Search = search.useWhen(open === 'search', close);
  const wide = useMediaQuery('(min-width: 1024px)');
  const { other, name, picture } = useOther(uid, chat);
  const Details = chatDetails.useWhen(open === 'details', close);
  const panels = [
    {
      id: 'details',
      label: 'About this chat',
      opener: toggle,
      content: Details ? <Details uid={uid} chat={chat} name={name} owner={member.role === 'owner'} /> : null,
    },
    {
      id: 'search',
      label: 'Search this chat',
      opener: searchToggle,
      content: Search ? (
        <Search uid={uid} chat={chat} me={member.alias ?? uid} onOpen={wide ? stay : close} />
      ) : null,
    },
  ];

  // A menu or dialog over the screen takes the key first.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && wide && !event.defaultPrevented) close();
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
          <>
            <IconButton
              ref={searchToggle}
              label="Search this chat"
              icon={<IconSearch {...look} />}
              aria-expanded={open === 'search'}
              onPointerEnter={search.preload}
              onFocus={search.preload}
              onClick={() => setOpen((before) => (before === 'search' ? null : 'search'))}
            />
            {other === null ? (
              <IconButton
                ref={toggle}
                label={chat.type === 'home' ? 'About this chat' : 'Members'}
                icon={chat.type === 'home' ? <IconInfoCircle {...look} /> : <IconUsers {...look} />}
                aria-expanded={open === 'details'}
                onPointerEnter={chatDetails.preload}
                onFocus={chatDetails.preload}
                onClick={() => setOpen((before) => (before === 'details' ? null : 'details'))}
              />
            ) : (
              <DirectMenu uid={uid} chatId={chat.id} other={other} name={name} />
            )}
          </>
        }
      />
      <div className={classes.panes}>
        <Conversation uid={uid} chat={chat} member={member} />
        {panels.map(({ id, label, opener, content }) =>
          wide && open === id && content ? (
            <DetailsPanel key={id} label={label} opener={opener}>
              {content}
            </DetailsPanel>
          ) : null,
        )}
      </div>
      {wide
        ? null
        : panels.map(({ id, label, content }) => (
            <Sheet key={id} open={open === id && content !== null} label={label} onClose={close}>
              {content}
            </Sheet>
          ))}
    </div>
  );
};

function membersWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}
