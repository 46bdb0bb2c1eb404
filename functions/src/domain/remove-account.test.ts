import { everyPersonalData } from '@sameboat/model/personal-data';
import { describe, expect, it } from 'vitest';
import type { Fields } from './document-store.ts';
import { crashEverywhere, MemoryDocuments } from './memory-document-store.fixture.ts';
import { MemorySanctions } from './memory-sanctions.fixture.ts';
import { accountRemovalSteps, removeAccount } from './remove-account.ts';
import { timeOf } from './time-of.ts';

const now = 1_700_000_000_345;

const message = (senderId: string, images: readonly string[] = []): Fields => ({
  senderId,
  text: `the words of ${senderId}`,
  images: images.map((path) => ({ path })),
  mentions: ['ben'],
  contentNote: 'sleep',
  reactions: { ben: 'heart' },
  deletedAt: null,
});

/** What Ben wrote about Ada, who liked it. */
const answer: Fields = {
  ...message('ben'),
  mentions: ['zoe', 'ada'],
  reactions: { ada: 'like', zoe: 'sad' },
};

const chat = (type: string, more: Fields = {}): Fields => ({
  type,
  participants: [],
  endedAt: null,
  ...more,
});
const member = (uid: string, more: Fields = {}): Fields => ({ uid, joinedAt: timeOf(1), ...more });

/** Ada, who is everywhere, and Ben, who stays. */
function world(): MemoryDocuments {
  const many = Array.from({ length: 210 }, (_, index) => [
    `chats/evening/messages/m${index}`,
    message(index % 2 === 0 ? 'ada' : 'ben'),
  ]);
  return new MemoryDocuments(
    {
      'users/ada': { handle: 'ada_l' },
      'users/ada/private/profile': {},
      'users/ada/private/settings': {},
      'users/ada/blocks/zoe': {},
      'users/ada/inbox/evening': {},
      'users/ada/notifications/n1': {},
      'users/ada/pace/message': {},
      'users/ada/uploads/u1': {},
      'people/ada': {},
      'handles/ada_l': { uid: 'ada' },
      'handles/ben_k': { uid: 'ben' },
      'users/ben': { handle: 'ben_k' },
      'users/ben/blocks/ada': {},
      'communities/harbour/members/ada': member('ada', { role: 'founder' }),
      'communities/harbour/members/ben': member('ben', { role: 'moderator', joinedAt: timeOf(30) }),
      'communities/harbour/members/cleo': member('cleo', { role: 'moderator', joinedAt: timeOf(20) }),
      'communities/quiet/members/ada': member('ada', { role: 'founder' }),
      'communities/quiet/members/ben': member('ben', { role: 'member' }),
      'communities/alone': { name: 'words of ada alone' },
      'communities/alone/members/ada': member('ada', { role: 'founder' }),
      'communities/alone/private/facts': { founderId: 'ada' },
      'communities/alone/bans/zoe': { by: 'ada' },
      'communityNames/k1': { communityId: 'alone' },
      'communityNames/k2': { communityId: 'wide' },
      'chats/in-alone': chat('group', { communityId: 'alone', createdBy: 'ada' }),
      'chats/in-alone/messages/m1': message('zoe'),
      'communities/wide/members/ada': member('ada', { role: 'member' }),
      'communities/wide/members/ben': member('ben', { role: 'moderator' }),
      'chats/silent/members/ada': member('ada'),
      'chats/evening': chat('group', { createdBy: 'ada' }),
      'chats/evening/messages/answer': answer,
      'chats/evening/members/ada': member('ada', { role: 'owner' }),
      'chats/evening/members/ben': member('ben'),
      'chats/evening/invitations/zoe': { uid: 'zoe' },
      'chats/inner/invitations/ada': { uid: 'ada' },
      'chats/inner/invitations/yan': { uid: 'yan', by: 'ada' },
      'chats/evening/typing/ada': {},
      'chats/evening/typing/ben': {},
      'chats/evening/messages/picture': message('ada', ['chats/evening/images/ada/one']),
      'chats/left/messages/old': message('ada', ['chats/left/images/ada/two']),
      'chats/left/messages/gone': { ...message('ada'), text: '', deletedAt: timeOf(5) },
      'chats/dm_ada_ben': chat('direct', { participants: ['ada', 'ben'], requestedBy: 'ada' }),
      'chats/dm_ada_ben/members/ben': member('ben'),
      'chats/dm_ada_ben/messages/m1': message('ada', ['chats/dm_ada_ben/images/ada/one']),
      'chats/dm_ada_ben/messages/m2': message('ben'),
      'users/ben/inbox/dm_ada_ben': { otherUid: 'ada' },
      'users/ben/pace/message': { chatId: 'dm_ada_ben', messageId: 'm2' },
      'users/ben/pace/request': { id: 'dm_ben_zoe', count: 3 },
      'chats/dm_ada_zoe': chat('direct', { participants: ['ada', 'zoe'], endedAt: timeOf(7) }),
      'chats/dm_ben_zoe': chat('direct', { participants: ['ben', 'zoe'] }),
      'chats/match': chat('match', { people: { heron: 'A', otter: 'B' } }),
      'chats/match/private/pair': { uids: ['ada', 'ben'] },
      'chats/match/members/ada': member('ada', { alias: 'heron' }),
      'chats/match/members/ben': member('ben', { alias: 'otter' }),
      'chats/match/messages/m1': message('heron', ['chats/match/images/heron/three']),
      'chats/match/messages/m2': message('otter'),
      'circles/c1': { createdBy: 'ada' },
      'circles/c1/members/ada': { name: 'A' },
      'circles/c1/members/ben': { name: 'B' },
      'circles/c1/lobby/ada': {},
      'reports/r1': { reporterId: 'ada' },
      ...Object.fromEntries(many),
    },
    [
      'users/ada/avatar/a',
      'users/ben/avatar/b',
      'chats/evening/images/ada/one',
      'chats/evening/images/ada/never-sent',
      'chats/silent/images/ada/never-sent',
      'chats/evening/images/ben/theirs',
      'chats/left/images/ada/two',
      'chats/match/images/heron/three',
      'chats/dm_ada_ben/images/ada/one',
      'communities/alone/images/ada/cover',
    ],
  );
}

const stays = [
  'chats/dm_ben_zoe',
  'chats/evening',
  'chats/evening/invitations/zoe',
  'chats/evening/members/ben',
  'chats/evening/typing/ben',
  'chats/match',
  'chats/match/members/ben',
  'circles/c1',
  'circles/c1/members/ben',
  'communities/harbour/members/ben',
  'communities/harbour/members/cleo',
  'communities/quiet/members/ben',
  'communities/wide/members/ben',
  'communityNames/k2',
  'handles/ben_k',
  'reports/r1',
  'users/ben',
  'users/ben/blocks/ada',
  'users/ben/pace/message',
  'users/ben/pace/request',
];

function checkThatAdaIsGone(stores: MemoryDocuments): void {
  expect(stores.paths().filter((path) => !path.includes('/messages/'))).toEqual(stays);
  expect([...stores.pictures].sort()).toEqual(['chats/evening/images/ben/theirs', 'users/ben/avatar/b']);
  const words = JSON.stringify([...stores.stored.values()]);
  expect(words).not.toContain('the words of ada');
  expect(words).not.toContain('the words of heron');
  expect(words).toContain('the words of otter');
  expect(stores.stored.get('communities/harbour/members/cleo')?.role).toBe('founder');
  expect(stores.stored.get('communities/harbour/members/ben')?.role).toBe('moderator');
  expect(stores.stored.get('communities/quiet/members/ben')?.role).toBe('member');
  expect(stores.stored.get('communities/wide/members/ben')?.role).toBe('moderator');
  expect(stores.stored.get('chats/match')).toMatchObject({
    endedAt: { seconds: now / 1_000 - 0.345 },
  });
  expect(stores.stored.get('chats/match')?.people).toEqual({ otter: 'B' });
  expect(stores.stored.get('chats/dm_ben_zoe')?.endedAt).toBeNull();
  expect(stores.stored.get('chats/evening/messages/answer')).toEqual({
    ...answer,
    mentions: ['zoe'],
    reactions: { zoe: 'sad' },
  });
  expect(stores.stored.get('users/ben/pace/request')).toEqual({ id: 'dm_ben_zoe', count: 3 });
  // Nothing that stays names her, in whatever field.
  const named = [...stores.stored].filter(([, data]) => /\bada\b|ada_/.test(JSON.stringify(data)));
  expect(named).toEqual([]);
}

describe('an account that was deleted', () => {
  const remove = (stores: MemoryDocuments, sanctions = new MemorySanctions()) =>
    removeAccount({ documents: stores, pictures: stores, sanctions }, { uid: 'ada', now });

  it('leaves nothing of what its owner had, and everything of others', async () => {
    const stores = world();
    await remove(stores);
    checkThatAdaIsGone(stores);
    const emptied = stores.stored.get('chats/evening/messages/picture');
    expect(emptied).toMatchObject({ senderId: 'deleted-account', text: '', images: [], mentions: [] });
    expect(emptied?.reactions).toEqual({});
    expect(stores.stored.get('chats/left/messages/gone')?.deletedAt).toEqual(
      expect.objectContaining({ seconds: 0, nanoseconds: 5_000_000 }),
    );
  });

  it('is gone in the end wherever its removal broke off', async () => {
    const acts = await crashEverywhere(world, (stores) => remove(stores), checkThatAdaIsGone);
    expect(acts).toBeGreaterThan(20);
  });

  it('is refused before anything else happens, from this moment on', async () => {
    const stores = world();
    stores.failAt = 1;
    const sanctions = new MemorySanctions();
    await expect(remove(stores, sanctions)).rejects.toThrow('the connection broke');
    const sanction = sanctions.stored.get('ada');
    expect(sanction).toMatchObject({ banned: true, kind: 'deleted', by: 'system', until: null });
    expect(sanction?.validAfter?.toMillis()).toBe(now);
    expect(stores.stored.has('users/ada')).toBe(true);
    await removeAccount({ documents: stores, pictures: stores, sanctions }, { uid: 'ada', now: now + 9 });
    expect(sanctions.stored.get('ada')).toEqual(sanction);
  });

  it('takes each of its steps, one of which alone would leave something', async () => {
    for (const step of accountRemovalSteps) {
      const stores = world();
      const before = JSON.stringify([stores.paths(), [...stores.stored.values()]]);
      await step.run({ documents: stores, pictures: stores }, { uid: 'ada', now });
      const after = JSON.stringify([stores.paths(), [...stores.stored.values()]]);
      expect(after, step.removes.join()).not.toBe(before);
    }
  });

  it('has a step for everything that the table says is removed, and for nothing that stays', () => {
    const steps = accountRemovalSteps.flatMap(({ removes }) => removes);
    const removed = everyPersonalData.filter(({ removal }) => removal !== 'keep').map(({ id }) => id);
    // The account itself goes last, by whoever runs the steps.
    expect([...steps, 'account'].sort()).toEqual([...removed].sort());
  });
});
