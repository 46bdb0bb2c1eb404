/** The id of the one direct chat between two people, whoever starts it: `dm_<smaller uid>_<larger uid>`. */
export function directChatId(oneUid: string, otherUid: string): string {
  const [smaller, larger] = sortedPair(oneUid, otherUid);
  return `dm_${smaller}_${larger}`;
}

/** Both uids in the order that `participants` and the id of a direct chat have. */
export function sortedPair(oneUid: string, otherUid: string): [string, string] {
  return oneUid < otherUid ? [oneUid, otherUid] : [otherUid, oneUid];
}
