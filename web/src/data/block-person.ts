import { blockPath, newBlock } from '@sameboat/model/block';
import { chatPath } from '@sameboat/model/chat';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { doc, getDocFromServer } from 'firebase/firestore';
import type { Write } from '../firebase/commit.ts';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { toDataError } from './data-error.ts';

/**
 * Blocks a person, who is not told. A private chat with them that is open, or that `uid` asked for, ends in the same
 * commit. Blocking somebody who is blocked already does nothing. Throws DataError: 'offline', 'not-allowed'.
 */
export async function blockPerson(uid: string, otherUid: string): Promise<void> {
  const block: Write = { set: blockPath(uid, otherUid), data: newBlock(serverTime) };
  const endChat: Write = {
    update: chatPath(directChatId(uid, otherUid)),
    data: { endedAt: serverTime },
  };
  // The rules refuse a block that leaves a chat open. They tell nobody else whether there is one, so both are tried.
  for (const writes of [[block], [block, endChat]]) {
    try {
      await commitNow(writes);
      return;
    } catch (cause) {
      const error = toDataError(cause);
      if (error.code !== 'not-allowed' && error.code !== 'not-found') throw error;
      if (writes.length > 1 && !(await isBlocked(uid, otherUid))) throw error;
    }
  }
}

/** A block that is there already cannot be written again. */
async function isBlocked(uid: string, otherUid: string): Promise<boolean> {
  const stored = await getDocFromServer(doc(firestore(), blockPath(uid, otherUid))).catch(() => null);
  return stored?.exists() === true;
}

/** Lifts a block. What it ended stays ended. Throws DataError: 'offline', 'not-allowed'. */
export function unblockPerson(uid: string, otherUid: string): Promise<void> {
  return commitNow([{ delete: blockPath(uid, otherUid) }]);
}
