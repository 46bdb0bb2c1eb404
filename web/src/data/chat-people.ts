import { chatMemberSchema } from '@sameboat/model/chat-member';
import { pageLimits } from '@sameboat/model/limits';
import { chatMembersQuery } from '@sameboat/model/queries';
import { readQuery } from './get-page.ts';
import { findUser, type UserEntry } from './get-user.ts';
import { type LiveSource, liveSource } from './live-source.ts';

/** Profiles that are asked for at once. */
const AT_ONCE = 20;
/** For how long the members of a chat are not read again, in milliseconds. */
const KEPT_MS = 10 * 60_000;

const members = new Map<string, { readonly at: number; readonly uids: Promise<readonly string[]> }>();

/**
 * The profiles of a chat's members, at most 200 and longest there first; of `uids` instead, where they are given. They
 * come twenty at a time. Reads each member once in ten minutes, and each profile that this device has not read before.
 */
export function watchChatPeople(
  asker: string,
  chatId: string,
  uids: readonly string[] | null,
): LiveSource<readonly UserEntry[]> {
  return liveSource(`chat-people/${asker}/${chatId}/${uids?.join() ?? ''}`, (observer) => {
    let open = true;
    const read = async () => {
      const all = uids ?? (await memberUids(asker, chatId));
      let people: readonly UserEntry[] = [];
      for (let from = 0; open && (from < all.length || from === 0); from += AT_ONCE) {
        const batch = all.slice(from, from + AT_ONCE);
        const found = await Promise.all(batch.map((uid) => findUser(asker, uid)));
        people = [...people, ...found.filter((user) => user !== null)];
        if (open) observer.next(people, from + AT_ONCE < all.length);
      }
    };
    read().catch((error: unknown) => {
      if (open) observer.error(error);
    });
    return () => {
      open = false;
    };
  });
}

function memberUids(asker: string, chatId: string): Promise<readonly string[]> {
  const key = `${asker}/${chatId}`;
  const kept = members.get(key);
  if (kept !== undefined && Date.now() - kept.at < KEPT_MS) return kept.uids;
  const uids = readQuery(
    { ...chatMembersQuery(chatId), limit: pageLimits.chatMembers },
    chatMemberSchema,
  ).then(({ items }) => items.map(({ uid }) => uid));
  members.set(key, { at: Date.now(), uids });
  uids.catch(() => members.delete(key));
  return uids;
}
