import { useContext, useSyncExternalStore } from 'react';
import { getMessage } from '../../data/get-message.ts';
import type { Live } from '../../data/live-source.ts';
import type { MessageWindow } from '../../data/message-window.ts';
import { useLive } from '../../data/use-live.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { ShownChat } from './shown-chat.ts';

/**
 * A message that another one answers: as the conversation has it, else read once; null when there is none. Changes only
 * when that message does.
 */
export function useQuoted(id: string): Live<MessageWithId | null> {
  const { uid, chatId } = useContext(ShownChat);
  const source = watchMessages(uid, chatId);
  const loaded = useSyncExternalStore(source.subscribe, () => messageIn(source.getSnapshot().value, id));
  const read = useLive(loaded === undefined ? getMessage(uid, chatId, id) : null);
  return loaded === undefined ? read : { status: 'ready', value: loaded, fromCache: false, error: null };
}

function messageIn(window: MessageWindow<MessageWithId> | undefined, id: string): MessageWithId | undefined {
  const isIt = (message: MessageWithId) => message.id === id;
  return window?.live.findLast(isIt) ?? window?.history.findLast(isIt);
}
