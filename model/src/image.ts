import * as z from 'zod/mini';

/** Where a picture lies in Storage. Every path ends in the uploader's uid and an opaque file id. */
export function avatarImagePath(uid: string, fileId: string): string {
  return `users/${uid}/avatar/${fileId}`;
}

export function coverImagePath(uid: string, fileId: string): string {
  return `users/${uid}/cover/${fileId}`;
}

export function communityImagePath(communityId: string, uid: string, fileId: string): string {
  return `communities/${communityId}/images/${uid}/${fileId}`;
}

export function chatImagePath(chatId: string, uid: string, fileId: string): string {
  return `chats/${chatId}/images/${uid}/${fileId}`;
}

export const imagePathSchema = z
  .string()
  .check(
    z.maxLength(400),
    z.regex(
      /^(?:users\/[\w-]+\/(?:avatar|cover)|(?:communities|chats)\/[\w-]+\/images\/[\w-]+)\/[\w-]{1,128}$/,
      'This picture is not one of ours.',
    ),
  );
