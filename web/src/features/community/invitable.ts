interface People {
  /** Uids of those who run the community. */
  readonly team: readonly string[];
  /** Uids of its listed members, as far as they are loaded. */
  readonly listed: readonly string[];
  readonly invited: readonly string[];
  readonly inChat: readonly string[];
}

/** Each person who can be invited once, without those who are in the chat; and whether they are invited already. */
export function invitable({ team, listed, invited, inChat }: People) {
  const everybody = new Set([...invited, ...team, ...listed]);
  return [...everybody]
    .filter((id) => !inChat.includes(id))
    .map((id) => ({ id, isInvited: invited.includes(id) }));
}
