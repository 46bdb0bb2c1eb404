import * as z from 'zod/mini';

/** Where a picture lies in Storage. Every path ends in an automatic id, which is also the id of its upload ticket. */
export function avatarImagePath(uid: string, fileId: string): string {
  return `users/${uid}/avatar/${fileId}`;
}

export function coverImagePath(uid: string, fileId: string): string {
  return `users/${uid}/cover/${fileId}`;
}

export function communityImagePath(communityId: string, uid: string, fileId: string): string {
  return `communities/${communityId}/images/${uid}/${fileId}`;
}

/** `senderId` is that of the message: a uid, and in a match the alias, so that no path there tells who somebody is. */
export function chatImagePath(chatId: string, senderId: string, fileId: string): string {
  return `chats/${chatId}/images/${senderId}/${fileId}`;
}

const id = '[A-Za-z0-9_-]{1,128}';
const places = new RegExp(
  `^(?:(users/(${id}))/(?:avatar|cover)|((?:communities|chats)/${id})/images/(${id}))/([A-Za-z0-9]{20})$`,
);

export const imagePathSchema = z
  .string()
  .check(z.maxLength(400), z.regex(places, 'This picture is not one of ours.'));

export interface ImagePlace {
  /** What the picture belongs to, as its upload ticket has it: `chats/{id}`, `communities/{id}` or `users/{uid}`. */
  readonly target: string;
  /** The uid of whoever uploaded it; in a match their alias. */
  readonly owner: string;
  readonly fileId: string;
}

/** Reads a path that one of the functions above made; null if none did. */
export function parseImagePath(path: string): ImagePlace | null {
  const [, person, uid, shared, sharer, fileId] = places.exec(path) ?? [];
  const target = person ?? shared;
  const owner = uid ?? sharer;
  return target && owner && fileId ? { target, owner, fileId } : null;
}

/** The longer side of a stored picture, in pixels. */
export const imageSideMax = 1280;

/** Sides, in pixels, of the square copies that are stored beside an avatar, for lists and profiles. */
export const smallImageSides = [96, 256] as const;
export type SmallImageSide = (typeof smallImageSides)[number];

/** Where the square copy of a picture lies. Only functions can write there: no client's file id looks like this. */
export function smallImagePath(path: string, side: SmallImageSide): string {
  return `${path}_${side}`;
}

/** Whether a picture has square copies: those of people and communities have, covers and pictures in chats do not. */
export function hasSmallCopies(path: string): boolean {
  return /^(?:users\/[^/]+\/avatar|communities\/[^/]+\/images\/[^/]+)\//.test(path);
}

/** Every object that is stored for the picture at `path`: itself first, then its copies. */
export function imageObjectPaths(path: string): readonly string[] {
  return hasSmallCopies(path) ? [path, ...smallImageSides.map((side) => smallImagePath(path, side))] : [path];
}

/** What may be uploaded; storage.rules has the same list. What is stored in the end is always WebP. */
export const uploadedImageTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
] as const;

/**
 * Custom metadata of a picture that was decoded and written anew. Only functions can set it, and without it the picture
 * is there for its owner alone.
 */
export const checkedImageMetadata = { checked: '1' } as const;
