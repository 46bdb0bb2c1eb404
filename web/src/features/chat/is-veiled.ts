import type { MessageWindow } from '../../data/message-window.ts';
import { useLive } from '../../data/use-live.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import type { PictureScene } from './chat-pictures.tsx';
import { peopleAnswered } from './people-answered.ts';
import type { ShownMessage } from './shown-message.ts';

/**
 * Whether a message's pictures are blurred until somebody taps them: in private chats, and elsewhere those of people whom
 * I have not answered there (docs/decisions/0055). Mine never are.
 */
export function useIsVeiled({ uid, chat, me, revealed }: PictureScene, message: ShownMessage): boolean {
  const { value } = useLive(watchMessages(uid, chat.id));
  if (message.mine || revealed.has(message.id)) return false;
  if (chat.type === 'direct' || chat.type === 'match') return true;
  return value === undefined || !answeredIn(value, me).has(message.senderId);
}

const found = new WeakMap<MessageWindow<MessageWithId>, ReadonlySet<string>>();

/** Found once for all messages that ask. */
function answeredIn(window: MessageWindow<MessageWithId>, me: string): ReadonlySet<string> {
  const known = found.get(window);
  if (known !== undefined) return known;
  const answered = new Set(peopleAnswered(me, [...window.history, ...window.live]));
  found.set(window, answered);
  return answered;
}
