import { chatPath } from '@sameboat/model/chat';
import { serverTime } from '../firebase/encode-value.ts';
import { commitNow } from './commit-now.ts';
import { noteLeft } from './left-chats.ts';

/**
 * Ends a private chat for both of its people, or takes a request back. It leaves both chat lists by itself. Throws
 * DataError: 'offline', 'not-allowed' (it has ended already).
 */
export async function endPrivateChat(chatId: string): Promise<void> {
  await commitNow([{ update: chatPath(chatId), data: { endedAt: serverTime } }]);
  noteLeft([chatId]);
}
