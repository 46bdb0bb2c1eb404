import { describe, expect, it } from 'vitest';
import type { Fields } from './document-store.ts';
import { crashEverywhere, MemoryDocuments } from './memory-document-store.fixture.ts';
import { removeDeletedCommunity } from './remove-community.ts';

const community = 'communities/harbour';
const now = Date.UTC(2026, 10, 21);

/** What a deleted community of so many members leaves behind, and another one beside it. */
function leftBy(members: number): MemoryDocuments {
  const documents: Record<string, Fields> = {
    [`${community}/members/fay`]: { role: 'founder' },
    [`${community}/members/mo`]: { role: 'moderator' },
    [`${community}/bans/eve`]: {},
    [`${community}/log/l1`]: {},
    [`${community}/private/facts`]: {},
    [`${community}/private/access`]: {},
    'communityNames/old': { communityId: 'harbour' },
    'communityNames/other': { communityId: 'cove' },
    'chats/evening': { communityId: 'harbour', participants: [] },
    'chats/evening/members/mo': {},
    'chats/evening/messages/m1': {},
    'chats/evening/invitations/ada': {},
    'chats/inner': { communityId: 'harbour', participants: [] },
    'chats/elsewhere': { communityId: 'cove', participants: [] },
    'chats/elsewhere/messages/m1': {},
    'users/mo/inbox/evening': {},
    'communities/cove': {},
    'communities/cove/members/mo': { role: 'founder' },
  };
  for (let index = 0; index < members; index++) {
    documents[`${community}/members/u${index}`] = { role: 'member' };
  }
  return new MemoryDocuments(documents, [
    `${community}/images/fay/one`,
    'chats/evening/images/mo/two',
    'communities/cove/images/mo/three',
  ]);
}

const others = [
  'chats/elsewhere',
  'chats/elsewhere/messages/m1',
  'communities/cove',
  'communities/cove/members/mo',
  'communityNames/other',
];

const told = (members: number) =>
  ['mo', ...Array.from({ length: members }, (_, index) => `u${index}`)].map(
    (uid) => `users/${uid}/notifications/deleted_harbour`,
  );

describe('a community that was deleted', () => {
  it('takes everything in it along and nothing of another, and tells all its members but the founder', async () => {
    const stores = leftBy(450);
    await removeDeletedCommunity({ documents: stores, pictures: stores }, 'harbour', now);
    expect(stores.paths()).toEqual([...others, ...told(450)].sort());
    expect([...stores.pictures]).toEqual(['communities/cove/images/mo/three']);
    expect(stores.stored.get('users/u7/notifications/deleted_harbour')).toMatchObject({
      type: 'moderation',
      target: '/discover',
      readAt: null,
    });
  });

  it('is gone in the end, with each member told, wherever its removal broke off', async () => {
    const acts = await crashEverywhere(
      () => leftBy(250),
      (stores) => removeDeletedCommunity({ documents: stores, pictures: stores }, 'harbour', now),
      (stores) => {
        expect(stores.paths()).toEqual([...others, ...told(250)].sort());
        expect(stores.pictures.size).toBe(1);
      },
    );
    expect(acts).toBeGreaterThan(10);
  });

  it('is left alone when it is there again by the time that its event comes', async () => {
    const stores = leftBy(1);
    stores.stored.set(community, {});
    const before = stores.paths();
    await removeDeletedCommunity({ documents: stores, pictures: stores }, 'harbour', now);
    expect(stores.paths()).toEqual(before);
  });
});
