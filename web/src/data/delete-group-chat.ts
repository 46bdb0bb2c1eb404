import { chatPath } from '@sameboat/model/chat';
import { commitNow } from './commit-now.ts';
import { noteLeft } from './left-chats.ts';

/**
 * Deletes a group chat; functions then remove its messages, pictures and members. For its owner and those who moderate
 * its community. Throws DataError: 'offline', 'not-allowed'.
 */
export async function deleteGroupChat(chatId: string): Promise<void> {
  await commitNow([{ delete: chatPath(chatId) }]);
  noteLeft([chatId]);
}
