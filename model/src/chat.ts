import * as z from 'zod/mini';
import { sortedPair } from './direct-chat-id.ts';
import { autoIdSchema, idSchema } from './id.ts';
import { limits } from './limits.ts';
import { freeText, groupNameText } from './text.ts';
import { timestampSchema } from './time.ts';

/** `chats/{chatId}`. The id is random, or `directChatId` for a direct chat. */
export function chatPath(chatId: string): string {
  return `chats/${chatId}`;
}

export const chatTypeSchema = z.enum(['home', 'group', 'direct', 'match']);
export type ChatType = z.infer<typeof chatTypeSchema>;

export const chatNameSchema = groupNameText('The name', 1, limits.chatNameMax);
export const chatAboutSchema = freeText('The description', limits.chatAboutMax);

/** `chats/{chatId}/private/last`: the newest message, for people who see the chat's messages. Functions write it. */
export function chatLastPath(chatId: string): string {
  return `chats/${chatId}/private/last`;
}

/** `chats/{chatId}/private/roster`: the uids of a group's members, for functions alone. None in a chat too large for rows. */
export function chatRosterPath(chatId: string): string {
  return `chats/${chatId}/private/roster`;
}

/** The newest message as a row of the chat list shows it. */
export const lastMessageSchema = z.object({
  text: z.string(),
  senderId: z.nullable(z.string()),
  senderName: z.nullable(z.string()),
  at: timestampSchema,
});
export type LastMessage = z.infer<typeof lastMessageSchema>;

const shape = {
  type: chatTypeSchema,
  communityId: z.nullable(idSchema),
  circleId: z.nullable(idSchema),
  name: z.string(),
  about: z.string(),
  access: z.enum(['open', 'invite']),
  participants: z.array(idSchema).check(z.maxLength(2)),
  memberCount: z.int().check(z.minimum(0)),
  lastAt: z.nullable(timestampSchema),
  createdBy: idSchema,
  createdAt: timestampSchema,
  expiresAt: z.nullable(timestampSchema),
  endedAt: z.nullable(timestampSchema),
};

export const directStateSchema = z.enum(['request', 'open', 'declined']);

/**
 * Every chat as it is stored. `state`, `requestedBy` and `requestId` are there in direct chats only, `people` (names by
 * alias) in matches only. `lastAt` may lag behind the newest message by `lastAtIntervalMs`.
 */
export const chatSchema = z.object({
  ...shape,
  participants: z._default(shape.participants, []),
  state: z.optional(directStateSchema),
  requestedBy: z.optional(idSchema),
  requestId: z.optional(idSchema),
  people: z.optional(z.record(z.string(), z.string())),
});
export type Chat = z.infer<typeof chatSchema>;

const unwritten = { memberCount: z.literal(0), lastAt: z.null(), expiresAt: z.null(), endedAt: z.null() };

/** What a client may create as a group chat of a community. */
export const newGroupChatSchema = z.strictObject({
  ...shape,
  ...unwritten,
  type: z.literal('group'),
  communityId: idSchema,
  circleId: z.null(),
  name: chatNameSchema,
  about: chatAboutSchema,
  participants: z.array(z.never()),
});

/** What a client may create as a direct chat: a request, whose one message will have the id `requestId`. */
export const newDirectChatSchema = z.strictObject({
  ...shape,
  ...unwritten,
  type: z.literal('direct'),
  communityId: z.null(),
  circleId: z.null(),
  name: z.literal(''),
  about: z.literal(''),
  access: z.literal('invite'),
  participants: z.tuple([idSchema, idSchema]),
  state: z.literal('request'),
  requestedBy: idSchema,
  requestId: autoIdSchema,
});

/** Goes with `chatOwner` and the counter of `createGroup` in one batch. */
export function newGroupChat<Now>(
  input: { communityId: string; name: string; about: string; access: 'open' | 'invite'; createdBy: string },
  now: Now,
) {
  return {
    type: 'group' as const,
    communityId: input.communityId,
    circleId: null,
    name: input.name,
    about: input.about,
    access: input.access,
    participants: [],
    memberCount: 0 as const,
    lastAt: null,
    createdBy: input.createdBy,
    createdAt: now,
    expiresAt: null,
    endedAt: null,
  };
}

/**
 * Goes with `chatJoiner` of the requester and the counter of `request` in one batch, under `directChatId(uid, otherUid)`.
 * Until the other person accepts, the chat takes one message: the text with the id `requestId`.
 */
export function newDirectChat<Now>(uid: string, otherUid: string, requestId: string, now: Now) {
  return {
    type: 'direct' as const,
    communityId: null,
    circleId: null,
    name: '' as const,
    about: '' as const,
    access: 'invite' as const,
    participants: sortedPair(uid, otherUid),
    memberCount: 0 as const,
    lastAt: null,
    createdBy: uid,
    createdAt: now,
    expiresAt: null,
    endedAt: null,
    state: 'request' as const,
    requestedBy: uid,
    requestId,
  };
}
