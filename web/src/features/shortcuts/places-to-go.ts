import type { CommunityName } from '../../data/community-names.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';

/** Somewhere to go by name. `to` is a path of the app, and tells one place from another. */
export interface Place {
  readonly kind: 'Chat' | 'Community' | 'Person';
  readonly name: string;
  readonly to: string;
}

/**
 * Where somebody may want to go: their chats, the latest first; their communities; and the people whom these chats are with,
 * or who wrote in them last. `rows` is in the order of the chat list.
 */
export function placesToGo(
  uid: string,
  rows: readonly InboxEntry[],
  communities: readonly CommunityName[],
): readonly Place[] {
  const chats = rows
    .filter(({ request }) => request !== 'received')
    .toSorted((one, other) => other.updatedAt.toMillis() - one.updatedAt.toMillis());
  const people = new Map<string, string>();
  for (const { type, otherUid, name, last } of chats) {
    if (type === 'direct' && otherUid !== null) people.set(otherUid, name);
    // In a match nobody has a profile, and in the home chat there are strangers.
    else if (type === 'group' && last?.senderId && last.senderName && last.senderId !== uid)
      people.set(last.senderId, last.senderName);
  }
  return [
    ...chats.map(({ id, name }): Place => ({ kind: 'Chat', name, to: `/chats/${id}` })),
    ...communities.map(({ id, name }): Place => ({ kind: 'Community', name, to: `/communities/${id}` })),
    ...[...people].map(([id, name]): Place => ({ kind: 'Person', name, to: `/people/${id}` })),
  ];
}
