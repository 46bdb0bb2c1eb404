import { IconDots } from '@tabler/icons-react';
import { useId } from 'react';
import { Link, useNavigate } from 'react-router';
import { joinGroupChat } from '../../data/join-group-chat.ts';
import { useAction } from '../../data/use-action.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { announce } from '../../ui/announcer.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { activeAgo } from '../../ui/community-words.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { useNow } from '../../ui/use-now.ts';
import classes from './group-chat-row.module.css';

interface GroupChatRowProps {
  uid: string;
  chat: ChatEntry;
  /** Null while it is not known. */
  joined: boolean | null;
  /** Null for people who may not. */
  onDelete: (() => void) | null;
}

/** A group chat: open it where I am in it, join it where I am not. */
export const GroupChatRow = ({ uid, chat, joined, onDelete }: GroupChatRowProps) => {
  const navigate = useNavigate();
  const now = useNow();
  const nameId = useId();
  const join = useAction(async () => {
    await joinGroupChat(uid, chat.id);
    announce('You joined the chat.');
    navigate(`/chats/${chat.id}`);
  });

  return (
    <li className={classes.row}>
      <Avatar id={chat.id} name={chat.name} kind="group" />
      <div className={classes.words}>
        <Link id={nameId} to={`/chats/${chat.id}`} className={classes.name}>
          <ShownName name={chat.name} />
        </Link>
        <p className={classes.meta}>
          {[membersWords(chat.memberCount), activityWords(chat, now)]
            .filter((words) => words !== null)
            .join(' · ')}
        </p>
        {chat.about ? (
          <p className={classes.about} dir="auto">
            {chat.about}
          </p>
        ) : null}
        {join.problem ? <p role="alert">{join.problem}</p> : null}
      </div>
      <div className={classes.actions}>
        {joined === true ? (
          <ButtonLink to={`/chats/${chat.id}`} variant="default" aria-describedby={nameId}>
            Open
          </ButtonLink>
        ) : null}
        {joined === false ? (
          <Button variant="light" onClick={join.start} busy={join.busy} aria-describedby={nameId}>
            Join chat
          </Button>
        ) : null}
        {onDelete ? (
          <MenuButton
            label={`More for ${chat.name}`}
            menuLabel={chat.name}
            icon={<IconDots size={20} stroke={1.75} />}
            items={[
              { label: 'Manage chat', to: `/chats/${chat.id}/manage` },
              'line',
              { label: 'Delete chat', danger: true, onSelect: onDelete },
            ]}
          />
        ) : null}
      </div>
    </li>
  );
};

/** Null while functions have not counted yet. */
function membersWords(count: number): string | null {
  if (count < 1) return null;
  return count === 1 ? '1 member' : `${count} members`;
}

function activityWords({ lastAt }: ChatEntry, now: Date): string {
  return lastAt ? activeAgo(new Date(lastAt.toMillis()), now) : 'nobody has written yet';
}
