import { fanOutMembersMax } from '@sameboat/model/limits';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { watchSettings } from '../../data/watch-settings.ts';

/**
 * Whether this person shows when they type, and sees when others do: not before their settings are known, not in a chat
 * of more than 200 members, and not before a private chat is accepted.
 */
export function useTypingChoice(uid: string, chat: ChatEntry): boolean {
  const settings = useLive(watchSettings(uid));
  if (chat.type === 'home' || chat.memberCount > fanOutMembersMax) return false;
  if (chat.type === 'direct' && chat.state !== 'open') return false;
  return settings.value === undefined ? false : (settings.value?.typing ?? true);
}
