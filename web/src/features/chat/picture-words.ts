/** Why a picture of a chat cannot be seen. */
export const pictureProblemWords = {
  gone: 'This picture is not here any more.',
  failed: 'We could not load this picture.',
} as const;

/** Names a picture by its place and by what its sender says is in it: "picture 2 of 3: a boat". */
export function pictureName(index: number, count: number, alt: string): string {
  const name = count === 1 ? 'picture' : `picture ${index + 1} of ${count}`;
  return alt === '' ? name : `${name}: ${alt}`;
}
