import { imageObjectPaths, parseImagePath } from '@sameboat/model/image';

type Stored = Readonly<Record<string, unknown>>;

/**
 * Paths of all objects of the avatar and cover that a person or community showed before and shows no longer. `target`
 * is the path of their document: naming a picture of somebody else must not delete it.
 */
export function replacedPictures(target: string, before: Stored, after: Stored): readonly string[] {
  const kept = new Set(shownIn(after));
  return shownIn(before)
    .filter((path) => !kept.has(path) && parseImagePath(path)?.target === target)
    .flatMap(imageObjectPaths);
}

function shownIn({ avatar, cover }: Stored): readonly string[] {
  return [avatar, cover].filter((path) => typeof path === 'string');
}
