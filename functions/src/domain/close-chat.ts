import { fanOutMembersMax } from '@sameboat/model/limits';
import type { ChatFacts, ChatTransaction } from './chat-store.ts';

/** Ended by somebody or run out: nobody reads or writes such a chat any more. */
export function isOver(chat: ChatFacts, now: number): boolean {
  return chat.endedAt !== null || (chat.expiresAt !== null && chat.expiresAt.toMillis() <= now);
}

/** The rows and the last words go, whoever ended the chat and why. In a chat of two that was ended the memberships go with them. */
export async function closeChat(transaction: ChatTransaction, chat: ChatFacts): Promise<void> {
  const [last, roster] = await Promise.all([transaction.last(), transaction.roster()]);
  const members = (await transaction.members(fanOutMembersMax)).map(({ uid }) => uid);
  const rows = await transaction.rows([...new Set([...chat.participants, ...members, ...(roster ?? [])])]);
  for (const uid of rows.keys()) transaction.deleteRow(uid);
  if (last !== null) transaction.setLast(null);
  if (roster !== null) transaction.setRoster(null);
  if (chat.endedAt === null || (chat.type !== 'direct' && chat.type !== 'match')) return;
  for (const uid of members) transaction.deleteMember(uid);
}
