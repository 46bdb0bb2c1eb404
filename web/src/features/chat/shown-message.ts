import type { MessageImage, Reaction, Remover } from '@sameboat/model/message';
import type { OutgoingMessage, OutgoingPicture } from '../../data/outbox-state.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';

/** How far a message has come. Messages of others, and mine that the server has, are 'sent'. */
export type Delivery = 'sending' | 'waiting' | 'failed' | 'sent';

/** Somebody whom a message mentions, in the order of the spans in its text. */
export interface ShownMention {
  readonly id: string;
  /** The name that the chat itself gives them; null where profiles say it. */
  readonly name: string | null;
  readonly isMe: boolean;
}

/** A picture of a message. `upload` is how far one of mine has come that the server may not have; `size` its bytes. */
export interface ShownPicture extends MessageImage {
  readonly size: number;
  readonly upload: OutgoingPicture['state'];
}

/** A message as the conversation shows it, whether the server has it or it is still waiting on this device. */
export interface ShownMessage {
  readonly id: string;
  readonly senderId: string;
  /** The name that the chat itself gives the sender, as in a match; null where profiles say it. */
  readonly senderName: string | null;
  readonly mine: boolean;
  readonly kind: 'text' | 'image' | 'system' | 'bot';
  readonly text: string;
  readonly mentions: readonly ShownMention[];
  readonly pictures: readonly ShownPicture[];
  readonly contentNote: string | null;
  /** The id of the message that this one answers. */
  readonly replyTo: string | null;
  /** By the id that the messages of whoever gave it carry. */
  readonly reactions: Readonly<Record<string, Reaction>>;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** Who deleted it, if that was not its author. */
  readonly removedBy: Remover | null;
  /** When it was sent, in milliseconds. */
  readonly at: number;
  readonly delivery: Delivery;
  /** Why it failed; null otherwise. */
  readonly failure: OutgoingMessage['error'];
}

export interface ShownOptions {
  /** The id that my messages carry: my uid, in a match my alias. */
  me: string;
  stored: readonly MessageWithId[];
  outgoing: readonly OutgoingMessage[];
  /** Names by sender, where the chat itself gives them. */
  people?: Readonly<Record<string, string>> | undefined;
}

/**
 * What the server has, then what is still waiting here. A message is shown once: as soon as the listener has it, the
 * outbox's copy is left out. Mine do not jump: they stay below the newest stored message until they are stored.
 */
export function toShown({ me, stored, outgoing, people = {} }: ShownOptions): ShownMessage[] {
  const shown = stored.map((message) => fromStored(me, message, people));
  if (outgoing.length === 0) return shown;
  const known = new Set(stored.map((message) => message.id));
  const newest = shown.at(-1)?.at ?? 0;
  for (const message of outgoing) {
    if (!known.has(message.id)) shown.push(fromOutgoing(me, message, newest, people));
  }
  return shown;
}

const cache = new WeakMap<MessageWithId, ShownMessage>();

/** Kept by identity, so that a row whose message did not change is not drawn again. */
function fromStored(
  me: string,
  message: MessageWithId,
  people: Readonly<Record<string, string>>,
): ShownMessage {
  const mine = message.senderId === me;
  const known = cache.get(message);
  if (known?.mine === mine) return known;
  const made: ShownMessage = {
    id: message.id,
    senderId: message.senderId,
    senderName: people[message.senderId] ?? null,
    mine,
    kind: message.kind,
    text: message.text,
    mentions: toMentions(me, message.mentions, people),
    pictures: message.images.map((image) => ({ ...image, size: 0, upload: 'stored' })),
    contentNote: message.contentNote,
    replyTo: message.replyTo,
    reactions: message.reactions,
    edited: message.editedAt !== null,
    deleted: message.deletedAt !== null,
    removedBy: message.removedBy ?? null,
    at: message.createdAt.toMillis(),
    delivery: 'sent',
    failure: null,
  };
  cache.set(message, made);
  return made;
}

function fromOutgoing(
  me: string,
  message: OutgoingMessage,
  newest: number,
  people: Readonly<Record<string, string>>,
): ShownMessage {
  return {
    id: message.id,
    senderId: me,
    senderName: null,
    mine: true,
    kind: message.pictures.length === 0 ? 'text' : 'image',
    text: message.text,
    mentions: toMentions(me, message.mentions, people),
    pictures: message.pictures.map(({ state, ...picture }) => ({ ...picture, upload: state })),
    contentNote: message.contentNote,
    replyTo: message.replyTo,
    reactions: {},
    edited: false,
    deleted: false,
    removedBy: null,
    // A clock that is behind must not put the message before what it answers.
    at: Math.max(message.writtenAt, newest),
    delivery: message.state,
    failure: message.error,
  };
}

function toMentions(
  me: string,
  ids: readonly string[],
  people: Readonly<Record<string, string>>,
): readonly ShownMention[] {
  return ids.map((id) => ({ id, name: people[id] ?? null, isMe: id === me }));
}
