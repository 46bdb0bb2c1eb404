import { expect, it } from 'vitest';
import type { Clock } from './look-at-chat.ts';
import { type CommunityStore, settleCommunityMembership } from './settle-community-membership.ts';

/** A clock that stands at 0 until somebody waits. */
function clock(): Clock {
  let now = 0;
  return {
    now: () => now,
    waitUntil: async (time) => {
      now = time;
    },
  };
}

const ben = { communityId: 'harbour', uid: 'ben', changedAt: 0 };

function communityWith(
  members: readonly string[],
  chats: Readonly<Record<string, readonly string[]>>,
  waits: number[] = [],
) {
  const acts: string[] = [];
  const store: CommunityStore = {
    isMember: async (_community, uid) => members.includes(uid),
    chatsOf: async (_community, uid) => Object.keys(chats).filter((chat) => chats[chat]?.includes(uid)),
    leaveChat: async (chatId, uid) => void acts.push(`${uid} leaves ${chatId}`),
    recountMembers: async (_community, { now }) => {
      acts.push(`count at ${now}`);
      return waits.shift() ?? null;
    },
  };
  return { store, acts };
}

it('takes somebody who left the community out of its chats, then counts', async () => {
  const { store, acts } = communityWith(['ada'], {
    evening: ['ada', 'ben'],
    morning: ['ben'],
    walks: ['ada'],
  });
  await settleCommunityMembership(store, clock(), ben);
  expect(acts).toEqual(['ben leaves evening', 'ben leaves morning', 'count at 0']);
});

it('only counts when somebody joined, or came back before the event of leaving was heard', async () => {
  const { store, acts } = communityWith(['ada', 'ben'], { evening: ['ada', 'ben'] });
  await settleCommunityMembership(store, clock(), ben);
  expect(acts).toEqual(['count at 0']);
});

it('comes back as often as it is told to, until the count is newer than the change', async () => {
  const { store, acts } = communityWith(['ada', 'ben'], {}, [700, 1_900]);
  await settleCommunityMembership(store, clock(), ben);
  expect(acts).toEqual(['count at 0', 'count at 700', 'count at 1900']);
});
