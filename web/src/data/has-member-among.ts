import { chatMemberPath } from '@sameboat/model/chat-member';
import { doc, getDoc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

/** So many memberships are looked up. */
const MOST = 10;

/** Whether one of these people is a member of a chat; true, without asking, where they are more than ten. A read each. */
export async function hasMemberAmong(chatId: string, uids: readonly string[]): Promise<boolean> {
  if (uids.length > MOST) return true;
  const found = await Promise.all(uids.map((uid) => getDoc(doc(firestore(), chatMemberPath(chatId, uid)))));
  return found.some((member) => member.exists());
}
