import { type ChatStore, ContendedError } from './chat-store.ts';
import { type LookKind, type LookQueue, type LookTask, lookAfter } from './look-window.ts';
import { type Reconciled, reconcileChat, settleLast } from './reconcile-chat.ts';
import { countMembers } from './roster.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves at that time or later; at once when it has passed. */
  waitUntil(time: number): Promise<void>;
}

/** What it takes to look at chats. */
export interface Lookout {
  readonly store: ChatStore;
  readonly clock: Clock;
  readonly queue: LookQueue;
}

export interface LookReason {
  readonly chatId: string;
  /** When what calls for the look was committed, in milliseconds by Firestore's clock. */
  readonly committedAt: number;
}

/** Looks at a chat now. If too many others do so at the same time, the look at the end of the window does it for all. */
export async function lookAtOnce(
  lookout: Lookout,
  { chatId, committedAt }: LookReason,
  kind: LookKind = 'messages',
): Promise<void> {
  try {
    await look(lookout, chatId, kind);
  } catch (error) {
    if (!(error instanceof ContendedError)) throw error;
    await lookout.queue.enqueue(lookAfter(chatId, kind, committedAt));
  }
}

/** Has the look at the end of the window done, whoever else asks for it. */
export function lookLater(
  { queue }: Lookout,
  { chatId, committedAt }: LookReason,
  kind: LookKind,
): Promise<void> {
  return queue.enqueue(lookAfter(chatId, kind, committedAt));
}

/** Makes the look of a window. What it reads is never older than the end of the window, whatever the clock here says. */
export async function lookWhenDue(lookout: Lookout, { chatId, kind, dueAt }: LookTask): Promise<void> {
  const { clock } = lookout;
  await clock.waitUntil(dueAt);
  for (;;) {
    const readAt = await look(lookout, chatId, kind);
    if (readAt >= dueAt) return;
    await clock.waitUntil(clock.now() + dueAt - readAt);
  }
}

/** Resolves to when, by Firestore's clock, the chat was as it was seen. */
async function look({ store, clock }: Lookout, chatId: string, kind: LookKind): Promise<number> {
  if (kind === 'members') {
    const { readAt, hasShrunk } = await countMembers(store, chatId, clock.now());
    if (!hasShrunk) return readAt;
  }
  const first = await reconcileChat(store, { chatId, now: clock.now() });
  // `private/last` was written too recently to be written again. The end of a burst is not lost, and whoever came in
  // between has done the work already.
  let { settleAt }: Reconciled = first;
  while (settleAt !== null) {
    await clock.waitUntil(settleAt);
    ({ settleAt } = await settleLast(store, { chatId, now: clock.now() }));
  }
  return first.readAt;
}
