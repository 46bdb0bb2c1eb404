import { chatPath } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { serverTime } from '../firebase/encode-value.ts';
import { commitNow } from './commit-now.ts';
import { noteJoined, noteLeft } from './left-chats.ts';

/**
 * Accepts a request to `uid`, also one that was declined before: from here on both write. Throws DataError, as all of these:
 * 'offline', 'not-allowed' (a block between the two, or it was taken back).
 */
export async function acceptRequest(uid: string, chatId: string): Promise<void> {
  await commitNow([
    { update: chatPath(chatId), data: { state: 'open' } },
    { set: chatMemberPath(chatId, uid), data: chatJoiner(uid, serverTime) },
  ]);
  noteJoined(chatId);
}

/** Declines a request. The person who asked sees no difference. */
export async function declineRequest(chatId: string): Promise<void> {
  await commitNow([{ update: chatPath(chatId), data: { state: 'declined' } }]);
  noteLeft([chatId]);
}

/** Lets a request wait again that was declined by mistake. */
export async function undoDecline(chatId: string): Promise<void> {
  await commitNow([{ update: chatPath(chatId), data: { state: 'request' } }]);
  noteJoined(chatId);
}
