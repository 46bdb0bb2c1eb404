import { useCallback, useEffect, useMemo, useState } from 'react';
import { useConnection } from '../../data/connection.ts';
import { useLive } from '../../data/use-live.ts';
import { outboxOf, useOutgoing } from '../../data/use-outbox.ts';
import { loadOlderMessages, type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { type ShownMessage, toShown } from './shown-message.ts';
import { firstUnread, toTimeline } from './timeline.ts';

/** So long an open chat waits for the server before it shows what this device had, to open at the right place. */
const PATIENCE_MS = 1_500;
const NONE: readonly MessageWithId[] = [];

/** Everything a conversation shows, and what can be done in it. `readAt` is the reader's mark, in milliseconds. */
export function useConversation(uid: string, chatId: string, readAt: number | null) {
  const source = watchMessages(uid, chatId);
  const feed = useLive(source);
  const outgoing = useOutgoing(uid, chatId);
  const connected = useConnection() !== 'offline';
  const waited = useWaited(PATIENCE_MS);
  const [unread, setUnread] = useState<{ from: string | null } | null>(null);
  const [older, setOlder] = useState<'idle' | 'loading' | 'failed'>('idle');

  const { history = NONE, live = NONE, settled = false, hasOlder = false } = feed.value ?? {};
  const stored = useMemo(() => [...history, ...live], [history, live]);
  const messages = useMemo<readonly ShownMessage[]>(
    () => toShown(uid, stored, outgoing),
    [uid, stored, outgoing],
  );

  // Shown at once when it is whole; what only this device has is shown when the server cannot be expected to answer.
  const ready = feed.value !== undefined && (settled || !connected || waited);
  // Where the unread line stands is decided once, when the chat opens.
  if (ready && unread === null) setUnread({ from: firstUnread(messages, readAt) });

  const rows = useMemo(() => toTimeline(messages, unread?.from ?? null), [messages, unread]);

  useEffect(() => {
    const known = new Set(stored.map((message) => message.id));
    outboxOf(uid).settle(chatId, (id) => known.has(id));
  }, [uid, chatId, stored]);

  const loadOlder = useCallback(() => {
    setOlder('loading');
    loadOlderMessages(uid, chatId).then(
      () => setOlder('idle'),
      () => setOlder('failed'),
    );
  }, [uid, chatId]);

  return {
    ready: ready && unread !== null,
    error: feed.value === undefined ? feed.error : null,
    retry: source.retry,
    rows,
    newest: stored.at(-1),
    settled,
    hasOlder,
    older,
    loadOlder,
  };
}

function useWaited(ms: number): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return waited;
}
