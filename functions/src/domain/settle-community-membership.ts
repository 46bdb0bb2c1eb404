export interface CommunityStore {
  isMember(communityId: string, uid: string): Promise<boolean>;
  /** The chats of a community that `uid` is a member of. */
  chatsOf(communityId: string, uid: string): Promise<readonly string[]>;
  leaveChat(chatId: string, uid: string): Promise<void>;
  /** Stores who founded a community, how many members it has, and its size. Does nothing for one that is gone. */
  recountMembers(communityId: string): Promise<void>;
}

/**
 * What a change to `communities/{id}/members/{uid}` calls for: the facts are taken anew, and somebody who is no
 * member any more leaves the community's chats. Reads how things stand, so late and repeated events do no harm.
 */
export async function settleCommunityMembership(
  store: CommunityStore,
  communityId: string,
  uid: string,
): Promise<void> {
  if (!(await store.isMember(communityId, uid))) {
    // Each departure is an event of its own, which takes the inbox row along.
    for (const chatId of await store.chatsOf(communityId, uid)) await store.leaveChat(chatId, uid);
  }
  await store.recountMembers(communityId);
}
