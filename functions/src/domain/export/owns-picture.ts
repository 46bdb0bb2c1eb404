import { chatMemberPath } from '@sameboat/model/chat-member';
import { parseImagePath } from '@sameboat/model/image';
import type { DocumentStore } from '../document-store.ts';

/** Whether a picture is somebody's own: by its path, or in a match by the alias that they have there. */
export async function ownsPicture(documents: DocumentStore, uid: string, path: string): Promise<boolean> {
  const place = parseImagePath(path);
  if (place === null || place.target.startsWith('communities/')) return false;
  if (place.owner === uid) return true;
  const [, chatId = ''] = place.target.split('/');
  const [member] = await documents.get([chatMemberPath(chatId, uid)]);
  return member !== undefined && member.data.alias === place.owner;
}
