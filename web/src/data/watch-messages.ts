import { pageLimits } from '@sameboat/model/limits';
import { type Message, messagePath, messageSchema } from '@sameboat/model/message';
import { chatMessagesQuery } from '@sameboat/model/queries';
import { getDocsFromServer } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { checkedBy, type WithId } from './checked-documents.ts';
import { expectAnswerOf } from './connection.ts';
import { toDataError } from './data-error.ts';
import { listenToDocument, listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import {
  canLoadOlder,
  emptyWindow,
  loadOlderUntil,
  type MessageWindow,
  oldestOf,
  type Pages,
  withChanged,
  withLive,
  withOlder,
} from './message-window.ts';
import { createPageReader } from './page-reader.ts';
import { toQuery } from './to-query.ts';

export type MessageWithId = WithId<Message>;

/** The newest that are followed live, and how many an older page holds. */
const LIVE = pageLimits.messages;

/** Older messages of one chat that are followed one by one, at most. */
const FOLLOWED = 30;

interface OpenWindow extends Pages<MessageWithId> {
  follow(messageId: string): void;
}

/** The windows of the chats that are listened to now. */
const open = new Map<string, OpenWindow>();

/** A chat's messages up to now: the last 100 live, and what `loadOlderMessages` put before them. Members only. */
export function watchMessages(uid: string, chatId: string): LiveSource<MessageWindow<MessageWithId>> {
  const key = keyOf(uid, chatId);
  return liveSource(key, (observer) => {
    let window = emptyWindow<MessageWithId>();
    let fromCache = true;
    const reader = createPageReader();
    const followed = new Map<string, () => void>();

    open.set(key, {
      current: () => window,
      load() {
        const oldest = oldestOf(window);
        if (oldest === undefined || !canLoadOlder(window)) return Promise.resolve();
        return reader.read(
          () => olderPage(chatId, { at: oldest.createdAt, id: oldest.id }),
          (page) => {
            // The window started again while the page was on its way, so the page may not join up with it.
            if (oldestOf(window)?.id !== oldest.id) return;
            window = withOlder(window, page.messages, page.asked - page.unreadable);
            observer.next(window, fromCache);
          },
        );
      },
      follow(messageId) {
        if (followed.has(messageId) || !window.history.some(({ id }) => id === messageId)) return;
        const [longest] = followed.keys();
        if (followed.size >= FOLLOWED && longest !== undefined) {
          followed.get(longest)?.();
          followed.delete(longest);
        }
        followed.set(
          messageId,
          listenToDocument(messagePath(chatId, messageId), messageSchema, {
            next(message) {
              if (message === null) return;
              window = withChanged(window, message);
              observer.next(window, fromCache);
            },
            // It stays as it was read; the conversation itself says when something is wrong.
            error: () => followed.delete(messageId),
          }),
        );
      },
    });

    const stop = listenToQuery(
      toQuery(firestore(), chatMessagesQuery(chatId, { limit: LIVE })),
      messageSchema,
      {
        next(result, cached, found) {
          fromCache = cached;
          window = withLive(window, result, { liveLimit: LIVE, found, fromCache: cached });
          observer.next(window, cached);
        },
        error: (error) => observer.error(error),
        // There may be something in the outbox to show.
        takesNothingFromCache: true,
      },
    );
    return () => {
      open.delete(key);
      for (const unfollow of followed.values()) unfollow();
      stop();
    };
  });
}

/**
 * Loads the page before the oldest message held. Does nothing when there is none, or when nobody listens to the chat.
 * Calls made while it loads share the one page. Throws DataError, 'offline' among them: the cache could hide a gap.
 */
export async function loadOlderMessages(uid: string, chatId: string): Promise<void> {
  await loadMessagesUntil(uid, chatId, { isEnough: () => false, maxPages: 1 });
}

/** As `loadOlderMessages`, page after page until `isEnough`. Resolves to whether it is enough. */
export async function loadMessagesUntil(
  uid: string,
  chatId: string,
  options: {
    readonly isEnough: (window: MessageWindow<MessageWithId>) => boolean;
    readonly maxPages: number;
  },
): Promise<boolean> {
  const pages = open.get(keyOf(uid, chatId));
  if (pages === undefined) return false;
  try {
    return await loadOlderUntil(pages, options.isEnough, options.maxPages);
  } catch (cause) {
    throw toDataError(cause);
  }
}

/**
 * Follows one of the older messages, which are read once, so that it shows what is done to it from now on: a read. Does
 * nothing for the newest, which are followed anyway.
 */
export function followMessage(uid: string, chatId: string, messageId: string): void {
  open.get(keyOf(uid, chatId))?.follow(messageId);
}

function keyOf(uid: string, chatId: string): string {
  return `messages/${uid}/${chatId}`;
}

async function olderPage(chatId: string, before: { at: Message['createdAt']; id: string }) {
  const spec = chatMessagesQuery(chatId, { limit: LIVE, before });
  const snapshot = await expectAnswerOf(
    getDocsFromServer(toQuery(firestore(), spec).withConverter(checkedBy(messageSchema))),
  );
  const messages: MessageWithId[] = [];
  for (const found of snapshot.docs) {
    const read = found.data();
    if (read.ok) messages.push(read.value);
  }
  return { messages, asked: LIVE, unreadable: snapshot.size - messages.length };
}
