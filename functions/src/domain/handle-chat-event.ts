import type { ChatStore } from './chat-store.ts';
import { type ReconcileOptions, reconcileChat, settleLast } from './reconcile-chat.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves at that time or later; at once when it has passed. */
  waitUntil(time: number): Promise<void>;
}

/**
 * Reconciles a chat, and sees to its `last` a moment later when that was written too recently to be written again:
 * the end of a burst is not lost, and whoever came in between has done the work already.
 */
export async function handleChatEvent(
  store: ChatStore,
  clock: Clock,
  event: Omit<ReconcileOptions, 'now'>,
): Promise<void> {
  let { settleAt } = await reconcileChat(store, { ...event, now: clock.now() });
  while (settleAt !== null) {
    await clock.waitUntil(settleAt);
    ({ settleAt } = await settleLast(store, event.chatId, clock.now()));
  }
}
