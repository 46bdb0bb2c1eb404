import { useEffect, useMemo, useState } from 'react';
import { canLoadOlder, emptyWindow, oldestOf } from '../../data/message-window.ts';
import { type MessageSearch, openMessageSearch } from '../../data/search/message-search.ts';
import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { searchableText } from './searchable-text.ts';
import type { useOlderMessages } from './use-older-messages.ts';

/** So many are enough before older messages are fetched only on request. */
const ENOUGH = 20;
/** Pages of 100 messages that are fetched for one request. */
export const PAGES_AT_ONCE = 10;
const EMPTY = emptyWindow<MessageWithId>();

export interface SearchState {
  /** What was found, the newest first. Null until there is an answer to these words. */
  readonly found: readonly MessageWithId[] | null;
  /** The day back to which everything is searched, in milliseconds; null when that is the beginning of the chat. */
  readonly searchedBackTo: number | null;
  readonly isLoading: boolean;
  /** Older messages could not be loaded, or the search could not be started. */
  readonly problem: 'not-loaded' | 'not-started' | null;
  /** Whether there are older messages that can be fetched on request. */
  readonly canSearchOlder: boolean;
  readonly searchOlder: () => void;
}

/**
 * Searches the messages of a chat on this device. While little is found, older messages are fetched page by page, and
 * shown in the conversation too. Messages of people whom I blocked are left out.
 */
export function useMessageSearch(
  uid: string,
  chatId: string,
  wanted: string,
  older: ReturnType<typeof useOlderMessages>,
): SearchState {
  const window = useLive(watchMessages(uid, chatId)).value ?? EMPTY;
  const blocks = useLive(watchBlocks(uid)).value;
  const search = useSearch();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pages, setPages] = useState(PAGES_AT_ONCE);
  const [isBroken, setIsBroken] = useState(false);

  const messages = useMemo(() => {
    const blocked = new Set(blocks?.map(({ id }) => id));
    return [...window.history, ...window.live].filter((message) => !blocked.has(message.senderId));
  }, [window.history, window.live, blocks]);

  useEffect(() => {
    if (search === null) return;
    let current = true;
    search.setMessages(messages.map((message) => ({ id: message.id, text: searchableText(message) })));
    search.find(wanted).then(
      (ids) => {
        if (current) setAnswer({ wanted, messages, ids: new Set(ids) });
      },
      () => {
        if (current) setIsBroken(true);
      },
    );
    return () => {
      current = false;
    };
  }, [search, messages, wanted]);

  const isAsked = wanted !== '';
  const isAnswered = answer?.wanted === wanted && answer.messages === messages;
  const hasOlder = canLoadOlder(window);
  const wantsMore = isAsked && isAnswered && answer.ids.size < ENOUGH && hasOlder && pages > 0;
  const { state, loadPage } = older;
  useEffect(() => {
    if (!wantsMore || state !== 'idle') return;
    setPages((left) => left - 1);
    loadPage();
  }, [wantsMore, state, loadPage]);

  const found = useMemo(
    () =>
      answer?.wanted === wanted && wanted !== ''
        ? answer.messages.filter(({ id }) => answer.ids.has(id)).reverse()
        : null,
    [answer, wanted],
  );

  return {
    found,
    searchedBackTo: window.hasOlder ? (oldestOf(window)?.createdAt.toMillis() ?? null) : null,
    isLoading:
      isAsked && !isBroken && state !== 'failed' && (!isAnswered || wantsMore || state === 'loading'),
    problem: isBroken ? 'not-started' : state === 'failed' ? 'not-loaded' : null,
    canSearchOlder: isAsked && isAnswered && hasOlder && !wantsMore,
    searchOlder: () => {
      setPages(PAGES_AT_ONCE - 1);
      loadPage();
    },
  };
}

interface Answer {
  readonly wanted: string;
  readonly messages: readonly MessageWithId[];
  readonly ids: ReadonlySet<string>;
}

/** The search of this screen; null until it has started. */
function useSearch(): MessageSearch | null {
  const [search, setSearch] = useState<MessageSearch | null>(null);
  useEffect(() => {
    const opened = openMessageSearch();
    setSearch(opened);
    return () => opened.close();
  }, []);
  return search;
}
