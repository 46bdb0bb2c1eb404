/** Each is a read, and most of them find nothing. */
const MOST = 8;

/**
 * The communities in which to look for what somebody shows their fellow members: the one whose screen led here first, then
 * the latest joined. `mine` is newest first.
 */
export function communitiesToAsk(mine: ReadonlySet<string>, cameFrom: string): readonly string[] {
  const ids = [...mine];
  const from = ids.filter((id) => cameFrom === `/communities/${id}`);
  return [...from, ...ids.filter((id) => !from.includes(id))].slice(0, MOST);
}
