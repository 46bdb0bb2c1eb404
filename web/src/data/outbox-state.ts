import type { MessageImage } from '@sameboat/model/message';
import type { DataErrorCode } from './data-error.ts';

/** A picture of a message, drawn anew. Until the server has it, its bytes are in `pictures/picture-shelf.ts`. */
export interface OutgoingPicture extends MessageImage {
  /** Bytes. */
  readonly size: number;
  /** 'begun' from the first attempt on: some of it may be on the server. 'stored' once the server has checked it. */
  readonly state: 'new' | 'begun' | 'stored';
}

/** What somebody wrote. */
export interface OutgoingContent {
  readonly text: string;
  /** The id of the message that this one answers. */
  readonly replyTo: string | null;
  /** Uids, in the order of their spans in the text. */
  readonly mentions: readonly string[];
  /** What veils the text until it is tapped. */
  readonly contentNote: string | null;
  /** In the order in which they are shown. They are uploaded before the message is sent. */
  readonly pictures: readonly OutgoingPicture[];
}

/** A text and nothing else. */
export function plainText(text: string): OutgoingContent {
  return { text, replyTo: null, mentions: [], contentNote: null, pictures: [] };
}

/** A message as it is stored until the server has it. `error` is set after a refusal. */
export interface OutboxItem extends OutgoingContent {
  readonly id: string;
  readonly chatId: string;
  /** By this device's clock, in milliseconds. Shown until the server has set its own time. */
  readonly writtenAt: number;
  readonly error: DataErrorCode | null;
}

export interface OutgoingMessage extends OutboxItem {
  /** 'sending' now or soon, 'waiting' for a connection, 'failed' until the person retries or discards it, or 'sent'. */
  readonly state: 'sending' | 'waiting' | 'failed' | 'sent';
}

/** When to try again, and how long to wait after the next failure. */
export interface Backoff {
  readonly until: number;
  readonly wait: number;
}

/** Earlier attempts. `broken` counts temporary errors; `pace` is the pace mark read after the last refusal. */
export interface Attempts {
  readonly broken: number;
  readonly pace?: string | null;
}

export type Turn = 'none' | 'asked' | 'held';

/** All times are on the clock that `now` in `step` is read from. */
export interface OutboxState {
  /** The oldest first, across all chats. They are sent in this order. */
  readonly messages: readonly OutgoingMessage[];
  readonly attempts: ReadonlyMap<string, Attempts>;
  /** Chats that wait after a temporary error. Other chats continue. */
  readonly chats: ReadonlyMap<string, Backoff>;
  /** Only one tab sends at a time. Whether this tab has asked for its turn, or has it. */
  readonly turn: Turn;
  /** The same for pictures: only one tab uploads at a time, and one picture. */
  readonly uploadTurn: Turn;
  /** When the pause after this person's previous message ends. */
  readonly freeAt: number;
  /** When to try again after an attempt without a connection. */
  readonly away: Backoff;
  /** Whether the app tells the person that they are online. */
  readonly online: boolean;
  /** False when an attempt is certain to fail: the browser has no network. */
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
    uploadTurn: 'none',
    freeAt: Number.NEGATIVE_INFINITY,
    away: AT_ONCE,
    ...connection,
  };
}

/** Doubles the wait after each failure in a row, up to half a minute. */
export function longer(backoff: Backoff, now: number): Backoff {
  return { until: now + backoff.wait, wait: Math.min(backoff.wait * 2, LAST_WAIT_MS) };
}

export function find(state: OutboxState, id: string): OutgoingMessage | undefined {
  return state.messages.find((message) => message.id === id);
}

export function isPending(message: OutgoingMessage): boolean {
  return message.state === 'sending' || message.state === 'waiting';
}

/** Inserts a message in order, or replaces the one with its id. */
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
    // What follows it in its chat waits for its pictures, too.
    if (unstoredPicture(message) !== undefined) continue;
    const at = Math.max(
      state.freeAt,
      state.away.until,
      state.chats.get(message.chatId)?.until ?? state.freeAt,
    );
    if (next === null || at < next.at) next = { message, at };
  }
  return next;
}

/** The picture to upload next and the time from which it may be; null when there is none or nothing can be sent. */
export function nextUpload(
  state: OutboxState,
): { message: OutgoingMessage; picture: OutgoingPicture; at: number } | null {
  if (!state.canTry) return null;
  let next: ReturnType<typeof nextUpload> = null;
  for (const message of state.messages) {
    const picture = isPending(message) ? unstoredPicture(message) : undefined;
    if (picture === undefined) continue;
    const at = Math.max(state.away.until, state.chats.get(message.chatId)?.until ?? AT_ONCE.until);
    if (next === null || at < next.at) next = { message, picture, at };
  }
  return next;
}

/** The first picture of a message that the server does not have yet. */
export function unstoredPicture({ pictures }: OutgoingContent): OutgoingPicture | undefined {
  return pictures.find(({ state }) => state !== 'stored');
}

/** The message with one of its pictures further on its way. */
export function withPicture<T extends OutgoingContent>(
  message: T,
  path: string,
  state: OutgoingPicture['state'],
): T {
  const pictures = message.pictures.map((each) => (each.path === path ? { ...each, state } : each));
  return { ...message, pictures };
}

const PROGRESS = ['new', 'begun', 'stored'] as const;

/** The message with each picture as far as the one or the other has it; `message` itself when it knows the most. */
export function withFurtherPictures<T extends OutgoingContent>(message: T, other: OutgoingContent): T {
  let further = message;
  for (const { path, state } of other.pictures) {
    const known = message.pictures.find((each) => each.path === path);
    if (known !== undefined && PROGRESS.indexOf(state) > PROGRESS.indexOf(known.state))
      further = withPicture(further, path, state);
  }
  return further;
}
