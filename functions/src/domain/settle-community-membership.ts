import type { Clock } from './look-at-chat.ts';

export interface CommunityStore {
  isMember(communityId: string, uid: string): Promise<boolean>;
  /** The chats of a community that `uid` is a member of. */
  chatsOf(communityId: string, uid: string): Promise<readonly string[]>;
  leaveChat(chatId: string, uid: string): Promise<void>;
  /**
   * Stores who founded a community, how many members it has, and its size, unless that was done after `changedAt`, or the
   * community is gone. At most once a second: resolves to when to come back, or null if all is said. Times are
   * milliseconds since the epoch.
   */
  recountMembers(
    communityId: string,
    times: { readonly changedAt: number; readonly now: number },
  ): Promise<number | null>;
}

export interface MembershipChange {
  readonly communityId: string;
  readonly uid: string;
  /** When the membership changed, in milliseconds since the epoch. */
  readonly changedAt: number;
}

/**
 * What a change to `communities/{id}/members/{uid}` calls for: the facts are taken anew, and somebody who is no
 * member any more leaves the community's chats. Reads how things stand, so late and repeated events do no harm. Of many
 * who come at once, one counts each second, for all who changed before.
 */
export async function settleCommunityMembership(
  store: CommunityStore,
  clock: Clock,
  { communityId, uid, changedAt }: MembershipChange,
): Promise<void> {
  if (!(await store.isMember(communityId, uid))) {
    // Each departure is an event of its own, which takes the inbox row along.
    for (const chatId of await store.chatsOf(communityId, uid)) await store.leaveChat(chatId, uid);
  }
  for (;;) {
    const comeBackAt = await store.recountMembers(communityId, { changedAt, now: clock.now() });
    if (comeBackAt === null) return;
    await clock.waitUntil(comeBackAt);
  }
}
