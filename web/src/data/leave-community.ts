import { chatMemberPath } from '@sameboat/model/chat-member';
import { communityMemberPath } from '@sameboat/model/community-member';
import { commitNow } from './commit-now.ts';
import { toDataError } from './data-error.ts';
import { noteLeft } from './left-chats.ts';

/** As many chats as fit one commit beside the document accesses that rules may make for it. */
const TOGETHER = 8;

/**
 * Ends `uid`'s membership of a community and, with it, of those of its chats that are named. Functions end any that
 * remain, so leaving never fails over a chat. Throws DataError: 'offline'.
 */
export async function leaveCommunity(
  uid: string,
  communityId: string,
  chatIds: readonly string[],
): Promise<void> {
  const leave = (chats: readonly string[]) =>
    commitNow([
      ...chats.map((chatId) => ({ delete: chatMemberPath(chatId, uid) })),
      { delete: communityMemberPath(communityId, uid) },
    ]);
  try {
    await leave(chatIds.slice(0, TOGETHER));
  } catch (cause) {
    if (toDataError(cause).code !== 'not-allowed' || chatIds.length === 0) throw cause;
    await leave([]);
  }
  noteLeft(chatIds);
}
