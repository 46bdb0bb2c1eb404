import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { doc, serverTimestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { noteJoined } from './left-chats.ts';

/** Makes `uid` a member of an open group chat of their community. Throws DataError: 'offline', 'not-allowed'. */
export async function joinGroupChat(uid: string, chatId: string): Promise<void> {
  await commitNow((transaction) => {
    transaction.set(doc(firestore(), chatMemberPath(chatId, uid)), chatJoiner(uid, serverTimestamp()));
  });
  noteJoined(chatId);
}
