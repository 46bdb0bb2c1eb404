import { createHash } from 'node:crypto';

/**
 * Looks at a busy chat are this many milliseconds apart. Under two seconds by what a task may take to start and a look
 * to be stored.
 */
export const windowMs = 1_500;

/** `messages`: the rows and the newest message. `members`: who is in the chat, and how many. */
export type LookKind = 'messages' | 'members';

/** One look for everything that happened in a chat in one window. */
export interface LookTask {
  readonly chatId: string;
  readonly kind: LookKind;
  /** Milliseconds since the epoch. What the look reads must not be older. */
  readonly dueAt: number;
}

export interface LookQueue {
  /** Has a task done at its `dueAt`, and until it succeeds. A second task of the same `taskId` is dropped, even after the first was done. */
  enqueue(task: LookTask): Promise<void>;
  /** Whether this instance knows that the task is in the queue or done. False says nothing. */
  isKnown(task: LookTask): boolean;
}

/**
 * The look that covers what was committed at `committedAt`, by Firestore's clock: it reads when the window of that time is
 * over. So an event may come twice or late; if its look was made already, it has seen what the event is about. Each chat
 * has windows of its own, or all looks would be due at once.
 */
export function lookAfter(chatId: string, kind: LookKind, committedAt: number): LookTask {
  const offset = digest(chatId).readUInt32BE() % windowMs;
  const start = Math.floor((committedAt - offset) / windowMs) * windowMs + offset;
  return { chatId, kind, dueAt: start + windowMs };
}

/** The name of a task: the same for the same look, evenly spread, and without the uids that are in some chats' ids. */
export function taskId({ chatId, kind, dueAt }: LookTask): string {
  return digest(`${chatId} ${kind} ${dueAt}`).toString('hex');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
