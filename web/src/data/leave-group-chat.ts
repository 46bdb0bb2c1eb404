import { chatMemberPath } from '@sameboat/model/chat-member';
import { commitNow } from './commit-now.ts';
import { noteLeft } from './left-chats.ts';

/** Ends `uid`'s membership of a chat; its row leaves their chat list by itself. Throws DataError: 'offline'. */
export async function leaveGroupChat(uid: string, chatId: string): Promise<void> {
  await commitNow([{ delete: chatMemberPath(chatId, uid) }]);
  noteLeft([chatId]);
}
