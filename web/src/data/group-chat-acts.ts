import { chatPath } from '@sameboat/model/chat';
import { chatBanPath, newChatBan } from '@sameboat/model/chat-ban';
import { chatInvitationPath, newChatInvitation } from '@sameboat/model/chat-invitation';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { serverTime } from '../firebase/encode-value.ts';
import { commitNow } from './commit-now.ts';
import { commitPaced } from './commit-paced.ts';
import { noteJoined } from './left-chats.ts';

/** Who does it to whom, in which group chat. */
export interface ChatAct {
  readonly uid: string;
  readonly chatId: string;
  readonly target: string;
}

/**
 * Renames and describes a group chat; `access` only ever becomes 'invite'. For its owner and those who moderate its
 * community. Throws DataError, as all of these: 'offline', 'not-allowed'.
 */
export function updateGroupChat(
  chatId: string,
  change: { readonly name: string; readonly about: string; readonly access?: 'invite' },
): Promise<void> {
  return commitNow([{ update: chatPath(chatId), data: change }]);
}

/** Ends somebody's membership and keeps them from coming back. For the same people. */
export function removeFromChat({ uid, chatId, target }: ChatAct): Promise<void> {
  return commitNow([
    { set: chatBanPath(chatId, target), data: newChatBan(uid, serverTime) },
    { delete: chatMemberPath(chatId, target) },
  ]);
}

/** Lets somebody come back. For the same people. */
export function letBackIntoChat({ chatId, target }: Omit<ChatAct, 'uid'>): Promise<void> {
  return commitNow([{ delete: chatBanPath(chatId, target) }]);
}

/** Makes somebody else the owner, and the owner a member. For the owner. */
export function handOverChat({ uid, chatId, target }: ChatAct): Promise<void> {
  return commitNow([
    { update: chatMemberPath(chatId, target), data: { role: 'owner' } },
    { update: chatMemberPath(chatId, uid), data: { role: 'member' } },
  ]);
}

/** Invites a member of the community whom all members may see. For the owner. Also throws 'too-often'. */
export function inviteToChat({ uid, chatId, target }: ChatAct): Promise<void> {
  return commitPaced({ uid, act: 'invite', id: target }, [
    {
      set: chatInvitationPath(chatId, target),
      data: newChatInvitation({ uid: target, by: uid }, serverTime),
    },
  ]);
}

/** Takes an invitation back, or declines one's own. */
export function deleteInvitation({ chatId, target }: Omit<ChatAct, 'uid'>): Promise<void> {
  return commitNow([{ delete: chatInvitationPath(chatId, target) }]);
}

/** Makes `uid`, who is invited, a member. Also throws 'too-often'. */
export async function acceptInvitation(uid: string, chatId: string): Promise<void> {
  await commitPaced({ uid, act: 'joinGroup', id: chatId }, [
    { set: chatMemberPath(chatId, uid), data: chatJoiner(uid, serverTime) },
    { delete: chatInvitationPath(chatId, uid) },
  ]);
  noteJoined(chatId);
}
