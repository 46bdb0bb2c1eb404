import { IconBellOff, IconPin } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import classes from './chat-row.module.css';
import { previewOf } from './preview-of.ts';
import { unreadLabel, unreadOf } from './unread-of.ts';

interface ChatRowProps {
  row: InboxEntry;
  uid: string;
  current: boolean;
}

/** One chat of the list; the whole row is the link. */
export const ChatRow = ({ row, uid, current }: ChatRowProps) => {
  const unread = unreadOf(row);
  const { who, what } = previewOf(row, uid);
  return (
    <Link
      to={`/chats/${row.id}`}
      className={classes.row}
      aria-current={current ? 'page' : undefined}
      data-muted={row.muted || undefined}
      data-unread={unread > 0 || undefined}
    >
      <Avatar id={row.otherUid ?? row.id} name={row.name} />
      <span className={classes.words}>
        <span className={classes.top}>
          <bdi className={classes.name}>{row.name}</bdi>
          {row.pinned ? (
            <IconPin size={14} stroke={1.75} className={classes.sign} aria-label="Pinned" />
          ) : null}
          {row.muted ? (
            <IconBellOff size={14} stroke={1.75} className={classes.sign} aria-label="Muted" />
          ) : null}
          {row.last ? (
            <TimeText at={new Date(row.last.at.toMillis())} className={classes.time ?? ''} />
          ) : null}
        </span>
        <span className={classes.bottom}>
          <span className={classes.preview} dir="auto">
            {who ? (
              <>
                <bdi>{who}:</bdi>{' '}
              </>
            ) : null}
            {what}
          </span>
          {unread > 0 ? (
            <span className={classes.unread}>
              {unreadLabel(unread)}
              <VisuallyHidden> unread</VisuallyHidden>
            </span>
          ) : null}
        </span>
      </span>
    </Link>
  );
};
