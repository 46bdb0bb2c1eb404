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
