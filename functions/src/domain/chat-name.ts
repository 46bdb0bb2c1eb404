import type { ChatFacts, ChatReader, MemberFacts } from './chat-store.ts';

/** A function from a member to what that member calls the chat. */
export async function readChatNames(
  reader: ChatReader,
  chat: ChatFacts,
): Promise<(member: MemberFacts) => string> {
  if (chat.type === 'home' || chat.type === 'group') return () => chat.name;
  if (chat.type === 'match') {
    const people = Object.entries(chat.people ?? {});
    return ({ alias }) => people.find(([other]) => alias !== null && other !== alias)?.[1] ?? '';
  }
  const shown = await reader.displayNames(chat.participants);
  return ({ uid }) => shown.get(chat.participants.find((other) => other !== uid) ?? '') ?? '';
}
