import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { imagePathSchema } from './image.ts';
import { limits } from './limits.ts';
import { atMost, freeText } from './text.ts';
import { hasInk } from './text-ink.ts';
import { timestampSchema } from './time.ts';

/** `chats/{chatId}/messages/{messageId}`. The id is made by the sender, so that a retry is the same document. */
export function messagePath(chatId: string, messageId: string): string {
  return `chats/${chatId}/messages/${messageId}`;
}

/** What one may answer a message with; one a person. Stored by name, drawn by the app. */
export const reactions = ['like', 'laugh', 'heart', 'sad', 'eyes', 'wow', 'angry'] as const;
export const reactionSchema = z.enum(reactions);
export type Reaction = z.infer<typeof reactionSchema>;

export const messageTextSchema = freeText('The message', limits.messageTextMax);

/** The text of a message without a picture. */
export const writtenTextSchema = messageTextSchema.check(z.refine(hasInk, 'Write something first.'));

const side = z.int().check(z.minimum(1), z.maximum(10_000));

export const messageImageSchema = z.strictObject({
  path: imagePathSchema,
  width: side,
  height: side,
  alt: freeText('The description of the picture', limits.imageAltMax),
});
export type MessageImage = z.infer<typeof messageImageSchema>;

export const contentNoteSchema = z
  .string()
  .check(
    atMost(limits.contentNoteMax, `A note can have at most ${limits.contentNoteMax} characters.`),
    z.refine(hasInk, 'Write the note, or leave it out.'),
  );

const shape = {
  /** A uid; in a match the sender's alias. */
  senderId: idSchema,
  kind: z.enum(['text', 'image', 'system', 'bot']),
  text: messageTextSchema,
  images: z
    .array(messageImageSchema)
    .check(z.maxLength(limits.imagesMax, `Send at most ${limits.imagesMax} pictures.`)),
  replyTo: z.nullable(idSchema),
  mentions: z
    .array(idSchema)
    .check(z.maxLength(limits.mentionsMax, `Mention at most ${limits.mentionsMax} people.`)),
  contentNote: z.nullable(contentNoteSchema),
  reactions: z.record(z.string(), reactionSchema),
  createdAt: timestampSchema,
  editedAt: z.nullable(timestampSchema),
  deletedAt: z.nullable(timestampSchema),
};

/** Who removed a message that its author did not delete: the people who run the community, or staff. */
export const removerSchema = z.enum(['moderator', 'staff']);
export type Remover = z.infer<typeof removerSchema>;

/** As it is stored. Functions set `removedBy` when somebody else removed it. */
export const messageSchema = z.object({ ...shape, removedBy: z.optional(removerSchema) });
export type Message = z.infer<typeof messageSchema>;

const fresh = { reactions: z.record(z.string(), z.never()), editedAt: z.null(), deletedAt: z.null() };

/** What a client may create. System and bot messages are written by functions. */
export const newMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shape,
    ...fresh,
    kind: z.literal('text'),
    text: writtenTextSchema,
    images: z.array(z.never()),
  }),
  z.strictObject({
    ...shape,
    ...fresh,
    kind: z.literal('image'),
    images: shape.images.check(z.minLength(1)),
  }),
]);

export interface MessageInput {
  senderId: string;
  text: string;
  replyTo?: string | null;
  mentions?: readonly string[];
  contentNote?: string | null;
}

/** Goes with `messagePace` of the sender in one batch. */
export function newTextMessage<Now>(input: MessageInput, now: Now) {
  return {
    senderId: input.senderId,
    kind: 'text' as const,
    text: input.text,
    images: [],
    replyTo: input.replyTo ?? null,
    mentions: [...(input.mentions ?? [])],
    contentNote: input.contentNote ?? null,
    reactions: {},
    createdAt: now,
    editedAt: null,
    deletedAt: null,
  };
}

/** As `newTextMessage`; each picture lies at `chatImagePath(chatId, senderId, …)` before it is sent. */
export function newImageMessage<Now>(input: MessageInput & { images: readonly MessageImage[] }, now: Now) {
  return { ...newTextMessage(input, now), kind: 'image' as const, images: [...input.images] };
}

/** The author's change of words. Goes with the counter of `edit` in one batch. */
export function messageEdit<Now>(text: string, now: Now) {
  return { text, editedAt: now };
}

/** The author's deletion: the place stays, everything in it goes. */
export function messageTombstone<Now>(now: Now) {
  return { text: '', images: [], mentions: [], contentNote: null, reactions: {}, deletedAt: now };
}
