import { chatPath, newGroupChat } from '@sameboat/model/chat';
import { chatMemberPath, chatOwner } from '@sameboat/model/chat-member';
import { collection, doc, serverTimestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitPaced } from './commit-paced.ts';

export interface GroupChatInput {
  readonly communityId: string;
  readonly name: string;
  readonly about: string;
}

/**
 * Creates a group chat that every member of the community may join, with `uid` as its owner, and returns its id.
 * Throws DataError: 'offline', 'too-often', 'not-allowed'.
 */
export async function createGroupChat(uid: string, input: GroupChatInput): Promise<string> {
  const db = firestore();
  const id = doc(collection(db, 'chats')).id;
  const now = serverTimestamp();
  await commitPaced({ uid, act: 'createGroup', id }, (transaction) => {
    transaction.set(doc(db, chatPath(id)), newGroupChat({ ...input, access: 'open', createdBy: uid }, now));
    transaction.set(doc(db, chatMemberPath(id, uid)), chatOwner(uid, now));
  });
  return id;
}
