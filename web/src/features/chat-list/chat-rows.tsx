import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { toast } from '../../ui/toasts.ts';
import classes from './chat-list.module.css';
import { ChatRow } from './chat-row.tsx';
import { LeaveChatDialog } from './leave-chat-dialog.tsx';
import { useRowActions } from './use-row-actions.ts';

interface ChatRowsProps {
  uid: string;
  rows: readonly InboxEntry[];
  /** The id of the open chat. */
  current: string | undefined;
}

/** The rows of the chat list, and the question before one is left. */
export const ChatRows = ({ uid, rows, current }: ChatRowsProps) => {
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState<InboxEntry | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = useCallback((row: InboxEntry) => {
    setLeaving(row);
    setIsAsking(true);
  }, []);
  const actions = useRowActions(uid, ask);

  const onLeft = () => {
    setIsAsking(false);
    toast(leaving?.request === 'sent' ? 'You took back the request.' : 'You left the chat.');
    // The row that had the focus is gone.
    list.current?.focus({ preventScroll: true });
    if (leaving?.id === current) navigate('/', { replace: true });
  };

  return (
    <>
      <ul ref={list} className={classes.list} tabIndex={-1} aria-label="Chats">
        {rows.map((row) => (
          <li key={row.id}>
            <ChatRow row={row} uid={uid} current={row.id === current} actions={actions} />
          </li>
        ))}
      </ul>
      {leaving ? (
        <LeaveChatDialog
          key={leaving.id}
          uid={uid}
          row={leaving}
          open={isAsking}
          onLeft={onLeft}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
};
