import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { doc, getDoc, Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { future, past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

const read = (uid: string, path: string) => getDoc(doc(world.as(uid), path));

describe('a chat', () => {
  it('in a group open to a community is seen by that community, and by nobody else', async () => {
    await allows(read('ben', 'chats/evening'));
    await allows(read('cleo', 'chats/evening'));
    await refuses(read('eve', 'chats/evening'));
    await refuses(read('sam', 'chats/evening'));
  });

  it('by invitation is seen by its members only', async () => {
    await allows(read('ben', 'chats/inner'));
    await refuses(read('cleo', 'chats/inner'));
  });

  it('between two people is seen by those two', async () => {
    await allows(read('ada', 'chats/dm_ada_ben'));
    await allows(read('ben', 'chats/dm_ada_ben'));
    await allows(read('cleo', 'chats/dm_ada_cleo'));
    await refuses(read('cleo', 'chats/dm_ada_ben'));
  });

  it('that does not exist yet is looked for by the two whom it would join', async () => {
    await allows(read('ben', 'chats/dm_ben_cleo'));
    await allows(read('cleo', 'chats/dm_ben_cleo'));
    await refuses(read('ada', 'chats/dm_ben_cleo'));
    await refuses(read('ada', 'chats/nothing'));
    await refuses(getDoc(doc(world.guest('ben'), 'chats/dm_ben_cleo')));
  });

  it('is not seen by whose id only begins like that of one of the two', async () => {
    await world.add({ 'chats/dm_ada_x_ben': newDirectChat('ada_x', 'ben', past) });
    await refuses(read('ada', 'chats/dm_ada_x_ben'));
    await allows(read('ben', 'chats/dm_ada_x_ben'));
  });

  it('of a match is seen by its two guests until it expires', async () => {
    await allows(getDoc(doc(world.guest('gus'), 'chats/pair')));
    await refuses(getDoc(doc(world.guest('gwen'), 'chats/pair')));
    await world.add({ 'chats/pair': { ...seed['chats/pair'], expiresAt: past } });
    await refuses(getDoc(doc(world.guest('gus'), 'chats/pair')));
  });
});

describe('creating a group chat', () => {
  const chat = newGroupChat(
    { communityId: 'harbour', name: 'Morning', about: '', access: 'open', createdBy: 'cleo' },
    now,
  );
  const create = ['set', 'chats/new', chat] as const;
  const own = ['set', 'chats/new/members/cleo', chatOwner('cleo', now)] as const;

  it('takes the chat and its owner in one batch', async () => {
    await refuses(commit(world.as('cleo'), create));
    await refuses(commit(world.as('cleo'), own));
    await refuses(
      commit(world.as('cleo'), create, ['set', 'chats/new/members/cleo', chatJoiner('cleo', now)]),
    );
    await allows(commit(world.as('cleo'), create, own));
  });

  it('is for members of the community, in their own name', async () => {
    await refuses(
      commit(
        world.as('eve'),
        ['set', 'chats/new', { ...chat, createdBy: 'eve' }],
        ['set', 'chats/new/members/eve', chatOwner('eve', now)],
      ),
    );
    await refuses(commit(world.as('ada'), create, own));
    await refuses(commit(world.as('cleo'), ['set', 'chats/new', { ...chat, createdAt: past }], own));
  });

  it('is refused to who lost that permission', async () => {
    await world.add({ 'sanctions/cleo': sanction({ denied: ['createGroup'] }) });
    await refuses(commit(world.as('cleo'), create, own));
  });

  it('has a plain id', async () => {
    await refuses(
      commit(world.as('cleo'), ['set', 'chats/n.w', chat], ['set', 'chats/n.w/members/cleo', own[2]]),
    );
  });

  it('does not take the place of a private chat between others', async () => {
    await refuses(
      commit(
        world.as('cleo'),
        ['set', 'chats/dm_ben_eve', chat],
        ['set', 'chats/dm_ben_eve/members/cleo', chatOwner('cleo', now)],
      ),
    );
  });

  it('does not add anybody else', async () => {
    await refuses(
      commit(world.as('cleo'), create, own, ['set', 'chats/new/members/ben', chatJoiner('ben', now)]),
    );
  });
});

describe('changing a group chat', () => {
  const rename = ['update', 'chats/evening', { name: 'Late group' }] as const;

  it('is for its owner and the moderators of its community', async () => {
    await allows(commit(world.as('ada'), rename));
    await allows(commit(world.as('mo'), rename));
    await refuses(commit(world.as('ben'), rename));
    await refuses(commit(world.as('eve'), rename));
  });

  it('is not for an owner who has left the community', async () => {
    await allows(commit(world.as('ada'), ['delete', 'communities/harbour/members/ada']));
    await refuses(commit(world.as('ada'), rename));
  });

  it('never touches its count, its last message, its place or its age', async () => {
    for (const change of [
      { memberCount: 99 },
      { last: { text: 'x', senderId: 'ada', senderName: 'Ada', at: now } },
      { 'last.text': 'x' },
      { communityId: 'cove' },
      { type: 'home' },
      { participants: ['ada', 'eve'] },
      { createdBy: 'ben' },
      { expiresAt: now },
      { endedAt: now },
      { pinned: true },
    ]) {
      await refuses(commit(world.as('ada'), ['update', 'chats/evening', change]));
    }
  });

  it('does not take a bad name, and no client deletes a chat', async () => {
    await refuses(commit(world.as('ada'), ['update', 'chats/evening', { name: '' }]));
    await refuses(commit(world.as('ada'), ['update', 'chats/evening', { access: 'secret' }]));
    await refuses(commit(world.as('ada'), ['delete', 'chats/evening']));
  });
});

describe('a private chat', () => {
  const start = (uid: string, other: string) => {
    const chat = newDirectChat(uid, other, now);
    const id = `dm_${chat.participants.join('_')}`;
    return [
      ['set', `chats/${id}`, chat],
      ['set', `chats/${id}/members/${uid}`, chatJoiner(uid, now)],
    ] as const;
  };

  it('is started by one of the two, with any person', async () => {
    await allows(commit(world.as('ben'), ...start('ben', 'cleo')));
    await refuses(commit(world.as('ada'), ...start('ben', 'eve')));
    await refuses(commit(world.guest('ben'), ...start('ben', 'eve')));
  });

  it('is refused when either has blocked the other', async () => {
    await refuses(commit(world.as('eve'), ...start('eve', 'ada')));
    await refuses(commit(world.as('ada'), ...start('ada', 'eve')));
  });

  it('is refused with oneself, with nobody, and twice', async () => {
    await refuses(commit(world.as('ben'), ...start('ben', 'ben')));
    await refuses(commit(world.as('ben'), ...start('ben', 'zed')));
    await refuses(commit(world.as('ben'), ...start('ben', 'ada')));
  });

  it('has the id of its two people', async () => {
    const [[, , chat]] = start('ben', 'cleo');
    await refuses(
      commit(
        world.as('ben'),
        ['set', 'chats/free', chat],
        ['set', 'chats/free/members/ben', chatJoiner('ben', now)],
      ),
    );
    await refuses(
      commit(
        world.as('ben'),
        ['set', 'chats/dm_cleo_ben', { ...chat, participants: ['cleo', 'ben'] }],
        ['set', 'chats/dm_cleo_ben/members/ben', chatJoiner('ben', now)],
      ),
    );
  });

  it('is refused to who lost that permission', async () => {
    await world.add({ 'sanctions/ben': sanction({ denied: ['direct'] }) });
    await refuses(commit(world.as('ben'), ...start('ben', 'cleo')));
  });

  it('changes nothing but its state, and to nothing else', async () => {
    const change = (data: object) => commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', data]);
    await refuses(change({ state: 'open', name: 'Us' }));
    await refuses(change({ state: 'open', memberCount: 2 }));
    await refuses(change({ state: 'lost' }));
  });

  it('asks in the name of who starts it', async () => {
    const [[, path, chat], member] = start('ben', 'cleo');
    await refuses(commit(world.as('ben'), ['set', path, { ...chat, requestedBy: 'cleo' }], member));
    await refuses(commit(world.as('ben'), ['set', path, { ...chat, createdBy: 'cleo' }], member));
    await refuses(commit(world.as('ben'), ['set', path, chat]));
  });

  it('is accepted or declined by the other person only', async () => {
    const open = ['update', 'chats/dm_ada_cleo', { state: 'open' }] as const;
    await refuses(commit(world.as('ada'), open));
    await refuses(commit(world.as('eve'), open));
    await allows(commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'declined' }]));
    await refuses(commit(world.as('ada'), open));
    await allows(commit(world.as('cleo'), open));
    await refuses(commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'request' }]));
    await refuses(commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'declined' }]));
    await refuses(commit(world.as('ada'), ['update', 'chats/dm_ada_cleo', { requestedBy: 'cleo' }]));
  });
});

describe('the members of a chat', () => {
  it('are seen by its members; everybody may look whether they are one', async () => {
    await allows(read('ben', 'chats/evening/members/ada'));
    await refuses(read('cleo', 'chats/evening/members/ada'));
    await allows(read('cleo', 'chats/evening/members/cleo'));
    await allows(read('cleo', 'chats/dm_ada_cleo/members/ada'));
  });

  it('join an open group of their community by themselves', async () => {
    const join = ['set', 'chats/evening/members/cleo', chatJoiner('cleo', now)] as const;
    await refuses(commit(world.as('ada'), join));
    await allows(commit(world.as('cleo'), join));
    await refuses(commit(world.as('eve'), ['set', 'chats/evening/members/eve', chatJoiner('eve', now)]));
  });

  it('join as themselves, now', async () => {
    const path = 'chats/evening/members/cleo';
    for (const change of [{ uid: 'ben' }, { joinedAt: past }, { readAt: past }]) {
      await refuses(commit(world.as('cleo'), ['set', path, { ...chatJoiner('cleo', now), ...change }]));
    }
  });

  it('do not invite themselves', async () => {
    await refuses(commit(world.as('cleo'), ['set', 'chats/inner/members/cleo', chatJoiner('cleo', now)]));
    await refuses(commit(world.as('cleo'), ['set', 'chats/home/members/cleo', chatJoiner('cleo', now)]));
    await refuses(
      commit(world.as('cleo'), ['set', 'chats/dm_ada_ben/members/cleo', chatJoiner('cleo', now)]),
    );
    await refuses(commit(world.guest('gwen'), ['set', 'chats/pair/members/gwen', chatJoiner('gwen', now)]));
  });

  it('take part in a private chat that names them', async () => {
    await world.add({ 'chats/dm_ben_cleo': newDirectChat('ben', 'cleo', past) });
    await allows(
      commit(world.as('cleo'), ['set', 'chats/dm_ben_cleo/members/cleo', chatJoiner('cleo', now)]),
    );
  });

  it('do not join what has ended, nor without that permission', async () => {
    const join = ['set', 'chats/evening/members/cleo', chatJoiner('cleo', now)] as const;
    await world.add({ 'chats/evening': { ...seed['chats/evening'], endedAt: past } });
    await refuses(commit(world.as('cleo'), join));
    await world.add({
      'chats/evening': seed['chats/evening'] ?? {},
      'sanctions/cleo': sanction({ denied: ['joinGroup'] }),
    });
    await refuses(commit(world.as('cleo'), join));
  });

  it('never own a chat that somebody else made, nor make themselves owners', async () => {
    await refuses(commit(world.as('cleo'), ['set', 'chats/evening/members/cleo', chatOwner('cleo', now)]));
    await refuses(commit(world.as('ben'), ['update', 'chats/evening/members/ben', { role: 'owner' }]));
    await refuses(commit(world.as('ada'), ['update', 'chats/evening/members/ben', { role: 'owner' }]));
  });

  it('move their own read position, forward, to now at most', async () => {
    const mark = (uid: string, readAt: unknown) =>
      commit(world.as(uid), ['update', 'chats/evening/members/ben', { readAt }]);
    await refuses(mark('ada', now));
    await refuses(mark('ben', future));
    await refuses(mark('ben', Timestamp.fromMillis(past.toMillis() - 1)));
    await allows(mark('ben', Timestamp.fromMillis(past.toMillis() + 1)));
    await allows(mark('ben', now));
  });

  it('leave a group when they like, and are sent away by its owner or a moderator', async () => {
    await refuses(commit(world.as('cleo'), ['delete', 'chats/evening/members/ben']));
    await refuses(commit(world.as('ben'), ['delete', 'chats/evening/members/ada']));
    await allows(commit(world.as('ben'), ['delete', 'chats/evening/members/ben']));
    await allows(commit(world.as('mo'), ['delete', 'chats/evening/members/ada']));
    await allows(commit(world.as('ada'), ['delete', 'chats/inner/members/ben']));
  });

  it('leave a community and its chats in one batch', async () => {
    await allows(
      commit(
        world.as('ben'),
        ['delete', 'chats/evening/members/ben'],
        ['delete', 'chats/inner/members/ben'],
        ['delete', 'communities/harbour/members/ben'],
      ),
    );
  });

  it('do not drop out of a private chat, where a new start would be a new request', async () => {
    await refuses(commit(world.as('ada'), ['delete', 'chats/dm_ada_cleo/members/ada']));
  });
});

describe('a typing mark', () => {
  const soon = Timestamp.fromMillis(Date.now() + 10_000);

  it('is seen by members, made and removed by oneself', async () => {
    await allows(read('ada', 'chats/evening/typing/ben'));
    await refuses(read('cleo', 'chats/evening/typing/ben'));
    await allows(commit(world.as('ada'), ['set', 'chats/evening/typing/ada', { until: soon }]));
    await allows(commit(world.as('ada'), ['set', 'chats/evening/typing/ada', { until: soon }]));
    await refuses(commit(world.as('ada'), ['set', 'chats/evening/typing/ben', { until: soon }]));
    await refuses(commit(world.as('cleo'), ['set', 'chats/evening/typing/cleo', { until: soon }]));
    await refuses(commit(world.as('ada'), ['delete', 'chats/evening/typing/ben']));
    await allows(commit(world.as('ada'), ['delete', 'chats/evening/typing/ada']));
  });

  it('does not last', async () => {
    await refuses(commit(world.as('ada'), ['set', 'chats/evening/typing/ada', { until: future }]));
  });

  it('does not reach who has blocked its writer', async () => {
    const mark = ['set', 'chats/dm_ada_ben/typing/ada', { until: soon }] as const;
    await allows(commit(world.as('ada'), mark));
    await world.add({ 'users/ben/blocks/ada': { since: past } });
    await refuses(commit(world.as('ada'), mark));
  });
});
