import type { MessageWithId } from '../../data/watch-messages.ts';

type Said = Pick<MessageWithId, 'id' | 'senderId' | 'replyTo' | 'mentions' | 'reactions'>;

/**
 * The people whom I have answered in these messages (oldest first): with a reply, a mention or a reaction, or because I
 * wrote right after them. `me` is the id that my messages carry. In the order of their names, each once.
 */
export function peopleAnswered(me: string, messages: readonly Said[]): readonly string[] {
  const senders = new Map(messages.map(({ id, senderId }) => [id, senderId]));
  const answered = new Set<string | undefined>();
  messages.forEach(({ senderId, replyTo, mentions, reactions }, place) => {
    if (me in reactions) answered.add(senderId);
    if (senderId !== me) return;
    answered.add(messages[place - 1]?.senderId);
    if (replyTo !== null) answered.add(senders.get(replyTo));
    for (const mentioned of mentions) answered.add(mentioned);
  });
  return [...answered].filter((id) => id !== undefined && id !== me).sort() as string[];
}
