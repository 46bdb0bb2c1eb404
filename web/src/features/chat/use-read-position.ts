import { useEffect, useRef, useSyncExternalStore } from 'react';
import { markRead } from '../../data/mark-read.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';

interface ReadPosition {
  uid: string;
  chatId: string;
  /** The newest message that the server has. */
  newest: MessageWithId | undefined;
  /** How far I had read already, in milliseconds. */
  readAt: number | null;
  atEnd: boolean;
}

/** Marks the chat as read up to its newest message while that is on the screen of somebody who looks. */
export function useReadPosition({ uid, chatId, newest, readAt, atEnd }: ReadPosition): void {
  const looking = useSyncExternalStore(onVisibilityChange, isVisible);
  const marked = useRef<string | null>(null);
  useEffect(() => {
    if (!looking || !atEnd || newest === undefined || marked.current === newest.id) return;
    if (readAt !== null && newest.createdAt.toMillis() <= readAt) return;
    marked.current = newest.id;
    const rows = watchInbox(uid).getSnapshot().value;
    markRead(uid, chatId, newest.createdAt, { hasInboxRow: rows?.some((row) => row.id === chatId) ?? false });
  }, [uid, chatId, newest, readAt, atEnd, looking]);
}

function onVisibilityChange(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
