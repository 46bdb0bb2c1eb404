import { chatPath, newGroupChat } from '@sameboat/model/chat';
import { chatMemberPath, chatOwner } from '@sameboat/model/chat-member';
import { collection, doc } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitPaced } from './commit-paced.ts';

export interface GroupChatInput {
  readonly communityId: string;
  readonly name: string;
  readonly about: string;
  /** Who may join: every member of the community, or those who are invited. */
  readonly access: 'open' | 'invite';
}

/**
 * Creates a group chat with `uid` as its owner, and returns its id. Throws DataError: 'offline', 'too-often', 'not-allowed'.
 */
export async function createGroupChat(uid: string, input: GroupChatInput): Promise<string> {
  const { id } = doc(collection(firestore(), 'chats'));
  const chat = newGroupChat({ ...input, createdBy: uid }, serverTime);
  await commitPaced({ uid, act: 'createGroup', id }, [
    { set: chatPath(id), data: chat },
    { set: chatMemberPath(id, uid), data: chatOwner(uid, serverTime) },
  ]);
  return id;
}
