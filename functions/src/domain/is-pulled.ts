import { fanOutMembersMax } from '@sameboat/model/limits';
import type { ChatFacts } from './chat-store.ts';

/** Whether a chat is read by pull, as its rows do not follow: the home chat, whose members nobody counts, and large ones. */
export function isPulled({ type, memberCount }: Pick<ChatFacts, 'type' | 'memberCount'>): boolean {
  return type === 'home' || memberCount > fanOutMembersMax;
}
