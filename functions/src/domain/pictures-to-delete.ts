import { parseImagePath } from '@sameboat/model/image';

type Stored = Readonly<Record<string, unknown>>;

/**
 * Paths of the pictures that went with a message when it was deleted, from the document as it was before and after.
 * Only what the message's sender uploaded into this chat: naming somebody else's picture must not delete it.
 */
export function picturesToDelete(chatId: string, before: Stored, after: Stored): readonly string[] {
  if (!after.deletedAt) return [];
  const kept = new Set(pathsOf(after.images));
  return pathsOf(before.images).filter((path) => {
    const place = parseImagePath(path);
    return place?.target === `chats/${chatId}` && place.owner === before.senderId && !kept.has(path);
  });
}

function pathsOf(images: unknown): readonly string[] {
  if (!Array.isArray(images)) return [];
  return images
    .map((image: unknown) =>
      typeof image === 'object' && image !== null && 'path' in image ? image.path : null,
    )
    .filter((path) => typeof path === 'string');
}
