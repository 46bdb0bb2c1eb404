import type { ChatMember } from '@sameboat/model/chat-member';
import { compareTimes, sameTime } from '@sameboat/model/time';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConnection } from '../../data/connection.ts';
import { canLoadOlder, emptyWindow } from '../../data/message-window.ts';
import { useLive } from '../../data/use-live.ts';
import { outboxOf, useOutgoing } from '../../data/use-outbox.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { toShown } from './shown-message.ts';
import { toTimeline } from './timeline.ts';
import type { ReadAtOpening } from './unread.ts';
import { useInboxRow } from './use-inbox-row.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useNewMessages } from './use-new-messages.ts';
import { useOlderMessages } from './use-older-messages.ts';
import { useReadAtOpening } from './use-read-at-opening.ts';

/** How long an open chat waits for the server before it shows what this device had stored, in milliseconds. */
const PATIENCE_MS = 1_500;
const EMPTY = emptyWindow<MessageWithId>();

/** Everything that a conversation shows, and what can be done in it. */
export function useConversation(uid: string, { id: chatId, people }: ChatEntry, member: ChatMember) {
  const me = member.alias ?? uid;
  const source = watchMessages(uid, chatId);
  const feed = useLive(source);
  const outgoing = useOutgoing(uid, chatId);
  const row = useInboxRow(uid, chatId);
  const older = useOlderMessages(uid, chatId);
  const isConnected = useConnection() !== 'offline';
  const hasWaited = useHasWaited(PATIENCE_MS);
  const [atEnd, setAtEnd] = useState(false);

  const window = feed.value ?? EMPTY;
  const stored = useMemo(() => [...window.history, ...window.live], [window.history, window.live]);
  const newest = stored.at(-1);
  const isPatienceOver = !isConnected || hasWaited;
  const opening = useReadAtOpening({
    row,
    joinedAt: member.joinedAt,
    newest,
    isLoaded: feed.value !== undefined && (window.settled || isPatienceOver),
    isPatienceOver,
  });
  const news = useNewMessages({ window, me, opening, older, atEnd });
  useMarkRead({
    uid,
    chatId,
    newest: newest?.createdAt,
    atEnd,
    readAt: row.value ? row.value.readAt : undefined,
    isHeld: isHeld(row.value, opening),
    shownReadAt: member.readAt,
  });

  const messages = useMemo(() => toShown({ me, stored, outgoing, people }), [me, stored, outgoing, people]);
  const rows = useMemo(() => toTimeline(messages, news.line), [messages, news.line]);

  const held = useRef(stored);
  useEffect(() => {
    held.current = stored;
  }, [stored]);
  const authors = useCallback(
    () => [...new Set(held.current.toReversed().map(({ senderId }) => senderId))],
    [],
  );

  useEffect(() => {
    const known = new Set(stored.map((message) => message.id));
    outboxOf(uid).settle(chatId, (id) => known.has(id));
  }, [uid, chatId, stored]);

  return {
    rows,
    /** Who wrote the messages that are loaded, the latest first. */
    authors,
    news,
    older,
    hasOlder: window.hasOlder,
    canLoadOlder: canLoadOlder(window),
    isSettled: window.settled,
    setAtEnd,
    hasRow: Boolean(row.value),
    error: feed.value === undefined ? feed.error : null,
    retry: source.retry,
  };
}

/** Marked as unread while it is open: it stays so until it is opened again, or I write in it. */
function isHeld(row: InboxEntry | null | undefined, opening: ReadAtOpening | null): boolean {
  if (!row?.markedAt || opening === null || sameTime(row.markedAt, opening.markedAt)) return false;
  return row.readAt !== null && compareTimes(row.readAt, row.markedAt) < 0;
}

function useHasWaited(ms: number): boolean {
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasWaited(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return hasWaited;
}
