import { expect, it } from 'vitest';
import { type CommunityStore, settleCommunityMembership } from './settle-community-membership.ts';

function communityWith(members: readonly string[], chats: Readonly<Record<string, readonly string[]>>) {
  const acts: string[] = [];
  const store: CommunityStore = {
    isMember: async (_community, uid) => members.includes(uid),
    chatsOf: async (_community, uid) => Object.keys(chats).filter((chat) => chats[chat]?.includes(uid)),
    leaveChat: async (chatId, uid) => void acts.push(`${uid} leaves ${chatId}`),
    recountMembers: async () => void acts.push('count'),
  };
  return { store, acts };
}

it('takes somebody who left the community out of its chats, then counts', async () => {
  const { store, acts } = communityWith(['ada'], {
    evening: ['ada', 'ben'],
    morning: ['ben'],
    walks: ['ada'],
  });
  await settleCommunityMembership(store, 'harbour', 'ben');
  expect(acts).toEqual(['ben leaves evening', 'ben leaves morning', 'count']);
});

it('only counts when somebody joined, or came back before the event of leaving was heard', async () => {
  const { store, acts } = communityWith(['ada', 'ben'], { evening: ['ada', 'ben'] });
  await settleCommunityMembership(store, 'harbour', 'ben');
  expect(acts).toEqual(['count']);
});
