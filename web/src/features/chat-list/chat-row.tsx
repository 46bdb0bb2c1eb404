import { IconBellOff, IconDots, IconPin } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDraftText } from '../../data/drafts.ts';
import { watchKnownUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import { useOutgoing } from '../../data/use-outbox.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { countLabel } from '../../ui/count-label.ts';
import { Menu, MenuButton } from '../../ui/menu.tsx';
import { ShownName } from '../../ui/shown-name.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useContextMenu } from '../../ui/use-context-menu.ts';
import classes from './chat-row.module.css';
import { type ChatRowActions, chatRowMenu } from './chat-row-menu.tsx';
import { previewOf } from './preview-of.ts';
import { useRowNews } from './use-row-news.ts';

interface ChatRowProps {
  row: InboxEntry;
  uid: string;
  current: boolean;
  actions: ChatRowActions;
}

/** One chat of the list. The whole row is the link; its menu opens by a button, a long press or the menu key. */
export const ChatRow = ({ row, uid, current, actions }: ChatRowProps) => {
  const draft = useDraftText(uid, row.id);
  const outgoing = useOutgoing(uid, row.id);
  const press = useContextMenu();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  // What is typed in the open chat can be seen there.
  const { last, unread } = useRowNews(uid, row);
  const otherUid = row.type === 'direct' ? row.otherUid : null;
  const other = useLive(otherUid === null ? null : watchKnownUser(uid, otherUid));
  const preview = previewOf({
    type: row.type,
    isRequest: row.request === 'sent',
    last,
    uid,
    outgoing,
    draft: current ? '' : draft,
  });
  const items = chatRowMenu(row, actions);
  return (
    <div className={classes.place} data-menu-open={isMenuOpen || press.open || undefined}>
      <Link
        to={`/chats/${row.id}`}
        className={classes.row}
        aria-current={current ? 'page' : undefined}
        data-muted={row.muted || undefined}
        data-unread={unread !== 0 || undefined}
        {...press.handlers}
      >
        <span className={classes.avatar}>
          <Avatar
            id={row.otherUid ?? row.id}
            name={row.name}
            picture={other.value?.avatar}
            kind={row.type === 'direct' || row.type === 'match' ? 'person' : 'group'}
          />
        </span>
        <span className={classes.words}>
          <span className={classes.top}>
            <ShownName name={row.name} className={classes.name} titled />
            {row.pinned ? (
              <IconPin size={14} stroke={1.75} className={classes.sign} aria-label="Pinned" />
            ) : null}
            {row.muted ? (
              <IconBellOff size={14} stroke={1.75} className={classes.sign} aria-label="Muted" />
            ) : null}
            {last ? <TimeText at={new Date(last.at.toMillis())} className={classes.time ?? ''} /> : null}
          </span>
          <span className={classes.bottom}>
            <span className={classes.preview} data-kind={preview.kind} dir="auto">
              {preview.who ? (
                <>
                  <span className={classes.who}>
                    {preview.kind === 'message' ? <ShownName name={preview.who} /> : preview.who}:
                  </span>{' '}
                </>
              ) : null}
              {preview.what}
            </span>
            {unread === 0 || row.mentions === 0 ? null : <Badge label="You are mentioned">@</Badge>}
            {unread === 0 ? null : (
              <Badge label="unread" quiet={row.muted}>
                {unread === 'some' ? null : countLabel(unread)}
              </Badge>
            )}
          </span>
        </span>
      </Link>
      <span className={classes.menu}>
        <MenuButton
          label={`Options for ${row.name}`}
          icon={<IconDots size={18} stroke={1.75} />}
          size={32}
          items={items}
          onOpenChange={setIsMenuOpen}
        />
      </span>
      <Menu open={press.open} onClose={press.close} label={row.name} items={items} anchor={press.anchor} />
    </div>
  );
};
