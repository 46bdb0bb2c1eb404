import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { type MemberAct, newCommunityLogEntry } from '@sameboat/model/community-log';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath, type PacedAct, pacePath } from '@sameboat/model/pace';
import type { Write } from './write.ts';

/** The counter that goes with an act in one batch: the first of its window, unless `before` says what stands there. */
export function counting(
  uid: string,
  act: PacedAct,
  id: string,
  before?: { readonly since: unknown; readonly count: number },
): Write {
  const count = before ? { since: before.since, count: before.count + 1 } : { since: now, count: 1 };
  return ['set', pacePath(uid, act), { ...count, id }];
}

/** The log entry that goes with what somebody does to a member of a community, and the counter that names it. */
export function logging(
  communityId: string,
  actor: string,
  { act, target, reason = 'Be kind.' }: { act: MemberAct; target: string; reason?: string },
  options: { id?: string; entry?: object; before?: { readonly since: unknown; readonly count: number } } = {},
): readonly [Write, Write] {
  const id = options.id ?? autoId('entry');
  const entry = newCommunityLogEntry({ actor, act, target, reason }, now);
  return [
    ['set', `communities/${communityId}/log/${id}`, { ...entry, ...options.entry }],
    counting(actor, 'moderate', id, options.before),
  ];
}

/** The two writes of sending a message: the message, and the sender's latest. In a match the sender has an alias. */
export function sending(
  chatId: string,
  uid: string,
  options: { id?: string; text?: string; alias?: string; message?: object } = {},
): readonly [Write, Write] {
  const id = options.id ?? autoId('new');
  const message = newTextMessage({ senderId: options.alias ?? uid, text: options.text ?? 'Hello' }, now);
  return [
    ['set', `chats/${chatId}/messages/${id}`, { ...message, ...options.message }],
    ['set', messagePacePath(uid), messagePace(chatId, id, now)],
  ];
}

/** The request for a private chat without its message: the chat, the membership of whoever asks, and their counter. */
export function asking(uid: string, other: string) {
  const chat = newDirectChat(uid, other, autoId('request'), now);
  const id = `dm_${chat.participants.join('_')}`;
  return [
    ['set', `chats/${id}`, chat],
    ['set', `chats/${id}/members/${uid}`, chatJoiner(uid, now)],
    counting(uid, 'request', id),
  ] as const;
}
