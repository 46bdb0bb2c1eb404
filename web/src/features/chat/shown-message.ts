import type { OutgoingMessage } from '../../data/outbox-state.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';

/** How far a message has come. Messages of others, and mine that the server has, are 'sent'. */
export type Delivery = 'sending' | 'waiting' | 'failed' | 'sent';

/** A message as the conversation shows it, whether the server has it or it still waits on this device. */
export interface ShownMessage {
  readonly id: string;
  readonly senderId: string;
  readonly mine: boolean;
  readonly kind: 'text' | 'image' | 'system' | 'bot';
  readonly text: string;
  readonly contentNote: string | null;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** Milliseconds. */
  readonly at: number;
  readonly delivery: Delivery;
  /** Why it failed; null otherwise. */
  readonly failure: OutgoingMessage['error'];
}

/**
 * What the server has, then what still waits here. A message is shown once: as soon as the listener has it, the copy
 * in the outbox is left out. One of mine never jumps: it is drawn under the newest of the server's until it is there.
 */
export function toShown(
  uid: string,
  stored: readonly MessageWithId[],
  outgoing: readonly OutgoingMessage[],
): ShownMessage[] {
  const shown = stored.map((message) => fromStored(uid, message));
  if (outgoing.length === 0) return shown;
  const known = new Set(stored.map((message) => message.id));
  const newest = shown.at(-1)?.at ?? 0;
  for (const message of outgoing) {
    if (!known.has(message.id)) shown.push(fromOutgoing(uid, message, newest));
  }
  return shown;
}

const cache = new WeakMap<MessageWithId, ShownMessage>();

/** Kept by identity, so that a row whose message did not change is not drawn again. */
function fromStored(uid: string, message: MessageWithId): ShownMessage {
  const known = cache.get(message);
  if (known !== undefined && known.mine === (message.senderId === uid)) return known;
  const made: ShownMessage = {
    id: message.id,
    senderId: message.senderId,
    mine: message.senderId === uid,
    kind: message.kind,
    text: message.text,
    contentNote: message.contentNote,
    edited: message.editedAt !== null,
    deleted: message.deletedAt !== null,
    at: message.createdAt.toMillis(),
    delivery: 'sent',
    failure: null,
  };
  cache.set(message, made);
  return made;
}

function fromOutgoing(uid: string, message: OutgoingMessage, newest: number): ShownMessage {
  return {
    id: message.id,
    senderId: uid,
    mine: true,
    kind: 'text',
    text: message.text,
    contentNote: null,
    edited: false,
    deleted: false,
    // A clock that is behind must not put the message before what it answers.
    at: Math.max(message.writtenAt, newest),
    delivery: message.state,
    failure: message.error,
  };
}
