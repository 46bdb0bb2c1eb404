import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { serverTime } from '../firebase/encode-value.ts';
import { commitPaced } from './commit-paced.ts';
import { noteJoined } from './left-chats.ts';

/**
 * Makes `uid` a member of an open group chat of their community. Throws DataError: 'offline', 'too-often', 'not-allowed'
 * (by invitation, removed by its owner or a moderator).
 */
export async function joinGroupChat(uid: string, chatId: string): Promise<void> {
  await commitPaced({ uid, act: 'joinGroup', id: chatId }, [
    { set: chatMemberPath(chatId, uid), data: chatJoiner(uid, serverTime) },
  ]);
  noteJoined(chatId);
}
