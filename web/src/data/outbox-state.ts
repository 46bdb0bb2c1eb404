import type { DataErrorCode } from './data-error.ts';

/** What is kept of a message until the server has it. `error` is set when it was refused. */
export interface OutboxItem {
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  /** This device's clock in milliseconds; what the screen shows until the server has set its own time. */
  readonly writtenAt: number;
  readonly error: DataErrorCode | null;
}

export interface OutgoingMessage extends OutboxItem {
  /** 'sending' now or in a moment, 'waiting' for the connection, 'failed' until a person decides, 'sent'. */
  readonly state: 'sending' | 'waiting' | 'failed' | 'sent';
}

/** When to try again, and how long to wait after the next failure. */
export interface Backoff {
  readonly until: number;
  readonly wait: number;
}

/** What earlier attempts at a message met. `pace` is the person's pace mark after the last refusal. */
export interface Attempts {
  readonly broken: number;
  readonly pace?: string | null;
}

/** Times are those of `now` in `step`. */
export interface OutboxState {
  /** Oldest first, whatever their chat: the order in which they are sent. */
  readonly messages: readonly OutgoingMessage[];
  readonly attempts: ReadonlyMap<string, Attempts>;
  /** Chats whose oldest message met an error that should pass. Other chats go on. */
  readonly chats: ReadonlyMap<string, Backoff>;
  /** Only one tab sends at a time: whether this one has asked for its turn, or has it. */
  readonly turn: 'none' | 'asked' | 'held';
  /** The end of the pause after this person's previous message. */
  readonly freeAt: number;
  /** No connection: nothing is tried before this. */
  readonly away: Backoff;
  /** What people are told. */
  readonly online: boolean;
  /** False while an attempt would be pointless. */
  readonly canTry: boolean;
}

const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 30_000;
export const AT_ONCE: Backoff = { until: Number.NEGATIVE_INFINITY, wait: FIRST_WAIT_MS };

export function emptyOutbox(connection: { online: boolean; canTry: boolean }): OutboxState {
  return {
    messages: [],
    attempts: new Map(),
    chats: new Map(),
    turn: 'none',
    freeAt: Number.NEGATIVE_INFINITY,
    away: AT_ONCE,
    ...connection,
  };
}

/** Each failure in a row waits twice as long as the one before, up to half a minute. */
export function longer(backoff: Backoff, now: number): Backoff {
  return { until: now + backoff.wait, wait: Math.min(backoff.wait * 2, LAST_WAIT_MS) };
}

export function find(state: OutboxState, id: string): OutgoingMessage | undefined {
  return state.messages.find((message) => message.id === id);
}

export function isPending(message: OutgoingMessage): boolean {
  return message.state === 'sending' || message.state === 'waiting';
}

/** Adds a message in its place, or replaces the one of its id. */
export function put(state: OutboxState, message: OutgoingMessage): OutboxState {
  const others = state.messages.filter(({ id }) => id !== message.id);
  const later = others.findIndex((other) => isAfter(other, message));
  return { ...state, messages: others.toSpliced(later < 0 ? others.length : later, 0, message) };
}

function isAfter(a: OutboxItem, b: OutboxItem): boolean {
  return a.writtenAt === b.writtenAt ? a.id > b.id : a.writtenAt > b.writtenAt;
}

export function drop(state: OutboxState, id: string): OutboxState {
  return { ...state, messages: state.messages.filter((message) => message.id !== id) };
}

/** The message to send next and the time from which it may be sent; null when nothing can be sent. */
export function nextDue(state: OutboxState): { message: OutgoingMessage; at: number } | null {
  if (!state.canTry) return null;
  const seen = new Set<string>();
  let next: { message: OutgoingMessage; at: number } | null = null;
  for (const message of state.messages) {
    if (!isPending(message) || seen.has(message.chatId)) continue;
    seen.add(message.chatId);
    const at = Math.max(
      state.freeAt,
      state.away.until,
      state.chats.get(message.chatId)?.until ?? state.freeAt,
    );
    if (next === null || at < next.at) next = { message, at };
  }
  return next;
}
