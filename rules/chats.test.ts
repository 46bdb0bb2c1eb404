import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { newChatBan } from '@sameboat/model/chat-ban';
import { newChatInvitation } from '@sameboat/model/chat-invitation';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { groupMembersMax } from '@sameboat/model/limits';
import { chatBansQuery, myInvitationsQuery } from '@sameboat/model/queries';
import { newSettings } from '@sameboat/model/settings';
import { doc, getDoc, Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asking, counting, sending } from './acts.ts';
import { ask } from './ask.ts';
import { future, past, sanction, world as seed, settled } from './seed.ts';
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

  it('in a group open to a community keeps its last message from those who are not in it', async () => {
    await allows(read('ben', 'chats/evening/private/last'));
    await refuses(read('cleo', 'chats/evening/private/last'));
    await refuses(read('mo', 'chats/evening/private/last'));
  });

  it('has a roster that nobody reads or writes, its members and its owner included', async () => {
    for (const uid of ['ada', 'ben', 'cleo', 'mo']) {
      await refuses(read(uid, 'chats/evening/private/roster'));
      await refuses(commit(world.as(uid), ['set', 'chats/evening/private/roster', { uids: [uid] }]));
    }
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

  it('asked for is not read by the one who asked, so that waiting and declined look alike', async () => {
    await refuses(read('ada', 'chats/dm_ada_cleo'));
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'declined' }]);
    await refuses(read('ada', 'chats/dm_ada_cleo'));
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }]);
    await allows(read('ada', 'chats/dm_ada_cleo'));
  });

  it('that has ended is seen by nobody', async () => {
    for (const [path, uid] of [
      ['chats/dm_ada_ben', 'ada'],
      ['chats/evening', 'cleo'],
      ['chats/evening', 'ada'],
    ] as const) {
      await allows(read(uid, path));
      await world.add({ [path]: { ...seed[path], endedAt: past } });
      await refuses(read(uid, path));
      await world.add({ [path]: seed[path] ?? {} });
    }
  });

  it('of a match keeps who its people are from both', async () => {
    await refuses(getDoc(doc(world.guest('gus'), 'chats/pair/private/pair')));
    await refuses(getDoc(doc(world.guest('gus'), 'chats/pair/members/gil')));
    await allows(getDoc(doc(world.guest('gus'), 'chats/pair/members/gus')));
  });

  it('that does not exist yet is looked for by the two whom it would join', async () => {
    await allows(read('ben', 'chats/dm_ben_cleo'));
    await allows(read('cleo', 'chats/dm_ben_cleo'));
    await refuses(read('ada', 'chats/dm_ben_cleo'));
    await refuses(read('ada', 'chats/nothing'));
    await refuses(getDoc(doc(world.guest('ben'), 'chats/dm_ben_cleo')));
  });

  it('is not seen by whose id only begins like that of one of the two', async () => {
    await world.add({
      'chats/dm_ada_x_ben': newDirectChat('ada_x', 'ben', autoId('request'), past),
    });
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
  const id = autoId('new');
  const create = ['set', `chats/${id}`, chat] as const;
  const own = ['set', `chats/${id}/members/cleo`, chatOwner('cleo', now)] as const;
  const count = counting('cleo', 'createGroup', id);

  it('takes the chat, its owner and the count in one batch', async () => {
    await refuses(commit(world.as('cleo'), create, count));
    await refuses(commit(world.as('cleo'), own, count));
    await refuses(commit(world.as('cleo'), create, own));
    await refuses(
      commit(world.as('cleo'), create, count, ['set', `chats/${id}/members/cleo`, chatJoiner('cleo', now)]),
    );
    await allows(commit(world.as('cleo'), create, own, count));
  });

  it('is counted one by one, five a day for newcomers', async () => {
    const since = Timestamp.fromMillis(Date.now() - 60_000);
    const found = (word: string, before: number) =>
      commit(
        world.as('cleo'),
        ['set', `chats/${autoId(word)}`, chat],
        ['set', `chats/${autoId(word)}/members/cleo`, chatOwner('cleo', now)],
        counting('cleo', 'createGroup', autoId(word), { since, count: before }),
      );
    await world.add({ 'users/cleo/pace/createGroup': { since, count: 4, id: autoId('old') } });
    await refuses(
      commit(
        world.as('cleo'),
        create,
        own,
        counting('cleo', 'createGroup', id, { since, count: 4 }),
        ['set', `chats/${autoId('second')}`, chat],
        ['set', `chats/${autoId('second')}/members/cleo`, chatOwner('cleo', now)],
      ),
    );
    await allows(found('fifth', 4));
    await refuses(found('sixth', 5));
  });

  it('is for members of the community, in their own name', async () => {
    await refuses(
      commit(
        world.as('eve'),
        ['set', `chats/${id}`, { ...chat, createdBy: 'eve' }],
        ['set', `chats/${id}/members/eve`, chatOwner('eve', now)],
        counting('eve', 'createGroup', id),
      ),
    );
    await refuses(commit(world.as('ada'), create, own, count));
    await refuses(commit(world.as('cleo'), ['set', `chats/${id}`, { ...chat, createdAt: past }], own, count));
  });

  it('is refused to who lost that permission', async () => {
    for (const permission of ['createGroup', 'write']) {
      await world.add({ 'sanctions/cleo': sanction({ denied: [permission] }) });
      await refuses(commit(world.as('cleo'), create, own, count));
    }
    await world.add({ 'sanctions/cleo': sanction({ denied: ['joinGroup'] }) });
    await allows(commit(world.as('cleo'), create, own, count));
  });

  it('has an automatic id, which says nothing', async () => {
    for (const word of ['n.w', 'grief', 'panic-attacks-berlin']) {
      await refuses(
        commit(
          world.as('cleo'),
          ['set', `chats/${word}`, chat],
          ['set', `chats/${word}/members/cleo`, own[2]],
          counting('cleo', 'createGroup', word),
        ),
      );
    }
  });

  it('does not take the place of a private chat between others', async () => {
    await refuses(
      commit(
        world.as('cleo'),
        ['set', 'chats/dm_ben_eve', chat],
        ['set', 'chats/dm_ben_eve/members/cleo', chatOwner('cleo', now)],
        counting('cleo', 'createGroup', 'dm_ben_eve'),
      ),
    );
  });

  it('does not add anybody else', async () => {
    await refuses(
      commit(world.as('cleo'), create, own, count, [
        'set',
        `chats/${id}/members/ben`,
        chatJoiner('ben', now),
      ]),
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
      { lastAt: now },
      { last: { text: 'x', senderId: 'ada', senderName: 'Ada', at: now } },
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

  it('does not take a bad name or another kind of access', async () => {
    await refuses(commit(world.as('ada'), ['update', 'chats/evening', { name: '' }]));
    await refuses(commit(world.as('ada'), ['update', 'chats/evening', { access: 'secret' }]));
  });

  it('never opens to the community what was said by invitation', async () => {
    await allows(commit(world.as('ada'), ['update', 'chats/evening', { access: 'invite' }]));
    await refuses(commit(world.as('ada'), ['update', 'chats/evening', { access: 'open' }]));
    await refuses(commit(world.as('mo'), ['update', 'chats/inner', { access: 'open' }]));
  });

  it('is refused to an owner who may not write', async () => {
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(commit(world.as('ada'), rename));
  });
});

describe('deleting a chat', () => {
  it('is for the owner of a group and the moderators of its community', async () => {
    const remove = ['delete', 'chats/evening'] as const;
    await refuses(commit(world.as('ben'), remove));
    await refuses(commit(world.as('cleo'), remove));
    await refuses(commit(world.as('eve'), remove));
    await allows(commit(world.as('mo'), remove));
    await world.add({ 'chats/evening': seed['chats/evening'] ?? {} });
    await allows(commit(world.as('ada'), remove));
  });

  it('is not for an owner who has left the community', async () => {
    await commit(world.as('ada'), ['delete', 'communities/harbour/members/ada']);
    await refuses(commit(world.as('ada'), ['delete', 'chats/evening']));
  });

  it('is for nobody where two people talk, or everybody', async () => {
    await refuses(commit(world.as('ada'), ['delete', 'chats/dm_ada_ben']));
    await refuses(commit(world.as('ada'), ['delete', 'chats/home']));
    await refuses(commit(world.guest('gus'), ['delete', 'chats/pair']));
  });
});

describe('a private chat', () => {
  beforeEach(() => world.add(settled('ada', 'ben', 'eve')));

  it('is started by one of the two, with any person', async () => {
    await allows(commit(world.as('ben'), ...asking('ben', 'cleo')));
    await refuses(commit(world.as('ada'), ...asking('ben', 'eve')));
    await refuses(commit(world.guest('ben'), ...asking('ben', 'eve')));
  });

  it('is started with its request in one batch', async () => {
    const [message, latest] = sending('dm_ben_cleo', 'ben', { id: autoId('request') });
    await allows(commit(world.as('ben'), ...asking('ben', 'cleo'), message, latest));
  });

  it('is written to somebody who has blocked me as to anybody else: nobody can tell', async () => {
    await allows(commit(world.as('eve'), ...asking('eve', 'ada')));
  });

  it('is not started by whose account is younger than a day, nor before their address is verified', async () => {
    await world.add({ 'users/ben': seed['users/ben'] ?? {} });
    await refuses(commit(world.as('ben'), ...asking('ben', 'cleo')));
    const dayAgo = Date.now() - 86_400_000;
    const born = (at: number) =>
      world.add({ 'users/ben': { ...seed['users/ben'], createdAt: Timestamp.fromMillis(at) } });
    await born(dayAgo + 60_000);
    await refuses(commit(world.as('ben'), ...asking('ben', 'cleo')));
    await born(dayAgo - 1_000);
    await refuses(commit(world.as('ben', { email_verified: false }), ...asking('ben', 'cleo')));
    await allows(commit(world.as('ben'), ...asking('ben', 'cleo')));
  });

  it('is counted, twenty a day', async () => {
    const since = Timestamp.fromMillis(Date.now() - 60_000);
    const [chat, member] = asking('ben', 'eve');
    const count = (before: number) => counting('ben', 'request', 'dm_ben_eve', { since, count: before });
    await refuses(commit(world.as('ben'), chat, member));
    await world.add({ 'users/ben/pace/request': { since, count: 20, id: 'dm_ben_x' } });
    await refuses(commit(world.as('ben'), chat, member, count(20)));
    await world.add({ 'users/ben/pace/request': { since, count: 19, id: 'dm_ben_x' } });
    await allows(commit(world.as('ben'), chat, member, count(19)));
  });

  it('is refused with oneself, with nobody, and twice', async () => {
    await refuses(commit(world.as('ben'), ...asking('ben', 'ben')));
    await refuses(commit(world.as('ben'), ...asking('ben', 'zed')));
    await refuses(commit(world.as('ben'), ...asking('ben', 'ada')));
  });

  it('has the id of its two people', async () => {
    const [[, , chat]] = asking('ben', 'cleo');
    const free = autoId('free');
    await refuses(
      commit(
        world.as('ben'),
        ['set', `chats/${free}`, chat],
        ['set', `chats/${free}/members/ben`, chatJoiner('ben', now)],
        counting('ben', 'request', free),
      ),
    );
    await refuses(
      commit(
        world.as('ben'),
        ['set', 'chats/dm_cleo_ben', { ...chat, participants: ['cleo', 'ben'] }],
        ['set', 'chats/dm_cleo_ben/members/ben', chatJoiner('ben', now)],
        counting('ben', 'request', 'dm_cleo_ben'),
      ),
    );
  });

  it('is refused to who lost that permission', async () => {
    for (const permission of ['direct', 'write']) {
      await world.add({ 'sanctions/ben': sanction({ denied: [permission] }) });
      await refuses(commit(world.as('ben'), ...asking('ben', 'cleo')));
    }
  });

  it('changes nothing but its state, and to nothing else', async () => {
    const change = (data: object) => commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', data]);
    await refuses(change({ state: 'open', name: 'Us' }));
    await refuses(change({ state: 'open', memberCount: 2 }));
    await refuses(change({ state: 'lost' }));
  });

  it('asks in the name of who starts it', async () => {
    const [[, path, chat], member, count] = asking('ben', 'cleo');
    await refuses(commit(world.as('ben'), ['set', path, { ...chat, requestedBy: 'cleo' }], member, count));
    await refuses(commit(world.as('ben'), ['set', path, { ...chat, createdBy: 'cleo' }], member, count));
    await refuses(commit(world.as('ben'), ['set', path, chat], count));
    await allows(commit(world.as('ben'), ['set', path, chat], member, count));
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

  it('waits again when who declined takes that back, until it is accepted', async () => {
    const state = (uid: string, to: string) =>
      commit(world.as(uid), ['update', 'chats/dm_ada_cleo', { state: to }]);
    await allows(state('cleo', 'declined'));
    await refuses(state('ada', 'request'));
    await allows(state('cleo', 'request'));
    await refuses(read('ada', 'chats/dm_ada_cleo'));
    await allows(state('cleo', 'open'));
    await refuses(state('cleo', 'request'));
  });

  it('is taken back by who asked, whatever the answer was', async () => {
    const end = () => commit(world.as('ada'), ['update', 'chats/dm_ada_cleo', { endedAt: now }]);
    for (const state of ['request', 'declined']) {
      await world.add({ 'chats/dm_ada_cleo': { ...seed['chats/dm_ada_cleo'], state } });
      await allows(end());
      await refuses(read('cleo', 'chats/dm_ada_cleo'));
    }
  });

  it('is not accepted past a block, by either', async () => {
    const open = ['update', 'chats/dm_ada_cleo', { state: 'open' }] as const;
    await world.add({ 'users/cleo/blocks/ada': { since: past } });
    await refuses(commit(world.as('cleo'), open));
  });

  it('is ended by either of the two, now and for good', async () => {
    const end = (uid: string, endedAt: unknown = now) =>
      commit(world.as(uid), ['update', 'chats/dm_ada_ben', { endedAt }]);
    await refuses(end('cleo'));
    await refuses(end('ada', past));
    await refuses(end('ada', future));
    await allows(end('ben'));
    await refuses(end('ben', null));
    await refuses(end('ada'));
    await refuses(commit(world.as('ada'), ['update', 'chats/dm_ada_ben', { state: 'declined' }]));
  });

  it('is ended in the batch that blocks the other person', async () => {
    const block = (uid: string, other: string) =>
      ['set', `users/${uid}/blocks/${other}`, { since: now }] as const;
    const end = (id: string) => ['update', `chats/${id}`, { endedAt: now }] as const;
    await refuses(commit(world.as('ada'), block('ada', 'ben')));
    await allows(commit(world.as('ada'), block('ada', 'ben'), end('dm_ada_ben')));
    await refuses(commit(world.as('ada'), block('ada', 'cleo')));
    await allows(commit(world.as('ada'), block('ada', 'cleo'), end('dm_ada_cleo')));
  });

  it('that somebody asks for goes on waiting when the other person blocks them', async () => {
    await allows(commit(world.as('cleo'), ['set', 'users/cleo/blocks/ada', { since: now }]));
  });
});

describe('the members of a chat', () => {
  const join = ['set', 'chats/evening/members/cleo', chatJoiner('cleo', now)] as const;

  it('are seen by its members; everybody may look whether they are one', async () => {
    await allows(read('ben', 'chats/evening/members/ada'));
    await refuses(read('cleo', 'chats/evening/members/ada'));
    await allows(read('cleo', 'chats/evening/members/cleo'));
    await allows(read('cleo', 'chats/dm_ada_cleo/members/ada'));
    await allows(read('ben', 'chats/dm_ada_ben/members/ada'));
    await world.add({ 'chats/dm_ada_ben': { ...seed['chats/dm_ada_ben'], endedAt: past } });
    await refuses(read('ben', 'chats/dm_ada_ben/members/ada'));
  });

  it('join an open group of their community by themselves', async () => {
    const count = counting('cleo', 'joinGroup', 'evening');
    await refuses(commit(world.as('ada'), join, count));
    await refuses(commit(world.as('cleo'), join));
    await refuses(commit(world.as('cleo'), join, counting('cleo', 'joinGroup', 'inner')));
    await allows(commit(world.as('cleo'), join, count));
    await refuses(
      commit(
        world.as('eve'),
        ['set', 'chats/evening/members/eve', chatJoiner('eve', now)],
        counting('eve', 'joinGroup', 'evening'),
      ),
    );
  });

  it('join again on a new count only', async () => {
    const since = Timestamp.fromMillis(Date.now() - 60_000);
    await world.add({ 'users/cleo/pace/joinGroup': { since, count: 1, id: 'evening' } });
    await refuses(commit(world.as('cleo'), join));
    await allows(
      commit(world.as('cleo'), join, counting('cleo', 'joinGroup', 'evening', { since, count: 1 })),
    );
  });

  it('do not come back by themselves after they were removed', async () => {
    const count = counting('cleo', 'joinGroup', 'evening');
    await world.add({ 'chats/evening/bans/cleo': newChatBan('ada', past) });
    await refuses(commit(world.as('cleo'), join, count));
    await allows(commit(world.as('ada'), ['delete', 'chats/evening/bans/cleo']));
    await allows(commit(world.as('cleo'), join, count));
  });

  it('join as themselves, now', async () => {
    const path = 'chats/evening/members/cleo';
    for (const change of [{ uid: 'ben' }, { joinedAt: past }, { readAt: past }]) {
      await refuses(
        commit(
          world.as('cleo'),
          ['set', path, { ...chatJoiner('cleo', now), ...change }],
          counting('cleo', 'joinGroup', 'evening'),
        ),
      );
    }
  });

  it('do not invite themselves', async () => {
    for (const chatId of ['inner', 'dm_ada_ben', 'pair', 'nowhere']) {
      await refuses(
        commit(
          world.as('cleo'),
          ['set', `chats/${chatId}/members/cleo`, chatJoiner('cleo', now)],
          counting('cleo', 'joinGroup', chatId),
        ),
      );
    }
    await refuses(commit(world.guest('gwen'), ['set', 'chats/pair/members/gwen', chatJoiner('gwen', now)]));
  });

  it('take part in a private chat that names them once they have accepted', async () => {
    const member = ['set', 'chats/dm_ada_cleo/members/cleo', chatJoiner('cleo', now)] as const;
    await refuses(commit(world.as('cleo'), member));
    await allows(commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }], member));
  });

  it('do not join what has ended, nor without that permission', async () => {
    const count = counting('cleo', 'joinGroup', 'evening');
    await world.add({ 'chats/evening': { ...seed['chats/evening'], endedAt: past } });
    await refuses(commit(world.as('cleo'), join, count));
    await world.add({
      'chats/evening': seed['chats/evening'] ?? {},
      'sanctions/cleo': sanction({ denied: ['joinGroup'] }),
    });
    await refuses(commit(world.as('cleo'), join, count));
    await world.add({ 'sanctions/cleo': sanction({}) });
    await allows(commit(world.as('cleo'), join, count));
  });

  it('never own a chat that somebody else made, nor make themselves owners', async () => {
    await refuses(
      commit(
        world.as('cleo'),
        ['set', 'chats/evening/members/cleo', chatOwner('cleo', now)],
        counting('cleo', 'joinGroup', 'evening'),
      ),
    );
    await refuses(commit(world.as('ben'), ['update', 'chats/evening/members/ben', { role: 'owner' }]));
  });

  it('are made owners by an owner, who may then stop being one and make nobody else stop', async () => {
    const role = (uid: string, to: string) =>
      ['update', `chats/evening/members/${uid}`, { role: to }] as const;
    await refuses(commit(world.as('mo'), role('ben', 'owner')));
    await refuses(commit(world.as('ada'), role('ben', 'founder')));
    await allows(commit(world.as('ada'), role('ben', 'owner'), role('ada', 'member')));
    await refuses(commit(world.as('ada'), role('ada', 'owner')));
    await refuses(commit(world.as('ada'), role('ben', 'member')));
    await allows(commit(world.as('ben'), ['update', 'chats/evening', { name: 'Late group' }]));
  });

  it('are at most two hundred', async () => {
    const join = (memberCount: number) =>
      world
        .add({ 'chats/evening': { ...seed['chats/evening'], memberCount } })
        .then(() =>
          commit(
            world.as('cleo'),
            ['set', 'chats/evening/members/cleo', chatJoiner('cleo', now)],
            counting('cleo', 'joinGroup', 'evening'),
          ),
        );
    await refuses(join(groupMembersMax));
    await allows(join(groupMembersMax - 1));
  });

  it('move their own read position forward, to now at most, if they give read receipts', async () => {
    const mark = (uid: string, readAt: unknown) =>
      commit(world.as(uid), ['update', 'chats/evening/members/ben', { readAt }]);
    const settings = { ...newSettings(past), readReceipts: true };
    await world.add({
      'users/ben/private/settings': settings,
      'chats/evening/members/ben': { ...chatJoiner('ben', past), readAt: past },
    });
    await refuses(mark('ada', now));
    await refuses(mark('ben', future));
    await refuses(mark('ben', null));
    await refuses(mark('ben', Timestamp.fromMillis(past.toMillis() - 1)));
    await allows(mark('ben', Timestamp.fromMillis(past.toMillis() + 1)));
    await allows(mark('ben', now));
    await world.add({ 'users/ben/private/settings': { ...settings, readReceipts: false } });
    await refuses(mark('ben', now));
  });

  it('leave a group when they like, and are sent away by its owner or a moderator', async () => {
    await refuses(commit(world.as('cleo'), ['delete', 'chats/evening/members/ben']));
    await refuses(commit(world.as('ben'), ['delete', 'chats/evening/members/ada']));
    await allows(commit(world.as('ben'), ['delete', 'chats/evening/members/ben']));
    await allows(
      commit(
        world.as('mo'),
        ['delete', 'chats/evening/members/ada'],
        ['set', 'chats/evening/bans/ada', newChatBan('mo', now)],
      ),
    );
    const remove = ['delete', 'chats/inner/members/ben'] as const;
    await refuses(commit(world.as('ada'), remove));
    await allows(commit(world.as('ada'), remove, ['set', 'chats/inner/bans/ben', newChatBan('ada', now)]));
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

describe('a ban from a chat', () => {
  const path = 'chats/evening/bans/ben';
  const remove = ['delete', 'chats/evening/members/ben'] as const;

  it('comes with the removal of the member, in one’s own name, now', async () => {
    await refuses(commit(world.as('ada'), ['set', path, newChatBan('ada', now)]));
    await refuses(commit(world.as('ada'), remove, ['set', path, newChatBan('mo', now)]));
    await refuses(commit(world.as('ada'), remove, ['set', path, newChatBan('ada', past)]));
    await allows(commit(world.as('ada'), remove, ['set', path, newChatBan('ada', now)]));
  });

  it('is made, seen and lifted by the owner and the moderators only', async () => {
    const cleo = 'chats/evening/bans/cleo';
    await refuses(commit(world.as('ben'), ['set', cleo, newChatBan('ben', now)]));
    await refuses(commit(world.as('ada'), ['set', 'chats/evening/bans/c.l', newChatBan('ada', now)]));
    await allows(commit(world.as('mo'), ['set', cleo, newChatBan('mo', now)]));
    await refuses(read('cleo', cleo));
    await refuses(read('ben', cleo));
    await allows(read('ada', cleo));
    await allows(read('mo', cleo));
    await allows(ask(world.as('ada'), chatBansQuery('evening')));
    await refuses(ask(world.as('ada'), { ...chatBansQuery('evening'), limit: 101 }));
    await refuses(ask(world.as('ben'), chatBansQuery('evening')));
    await refuses(commit(world.as('cleo'), ['delete', cleo]));
    await allows(commit(world.as('ada'), ['delete', cleo]));
  });

  it('is not made against oneself', async () => {
    await refuses(
      commit(
        world.as('ada'),
        ['delete', 'chats/evening/members/ada'],
        ['set', 'chats/evening/bans/ada', newChatBan('ada', now)],
      ),
    );
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
    const later = Timestamp.fromMillis(Date.now() + 60_000);
    await refuses(commit(world.as('ada'), ['set', 'chats/evening/typing/ada', { until: later }]));
    await allows(commit(world.as('ada'), ['set', 'chats/evening/typing/ada', { until: soon }]));
  });

  it('in a match carries the alias', async () => {
    await refuses(commit(world.guest('gus'), ['set', 'chats/pair/typing/gus', { until: soon }]));
    await refuses(commit(world.guest('gus'), ['set', 'chats/pair/typing/otter7', { until: soon }]));
    await allows(commit(world.guest('gus'), ['set', 'chats/pair/typing/heron3', { until: soon }]));
    await refuses(commit(world.guest('gil'), ['delete', 'chats/pair/typing/heron3']));
    await allows(commit(world.guest('gus'), ['delete', 'chats/pair/typing/heron3']));
  });

  it('does not reach who has blocked its writer', async () => {
    const mark = ['set', 'chats/dm_ada_ben/typing/ada', { until: soon }] as const;
    await allows(commit(world.as('ada'), mark));
    await world.add({ 'users/ben/blocks/ada': { since: past } });
    await refuses(commit(world.as('ada'), mark));
  });
});

describe('an invitation to a group chat', () => {
  const path = 'chats/inner/invitations/cleo';
  const invitation = newChatInvitation({ uid: 'cleo', by: 'ada' }, now);
  const listedCleo = { ...seed['communities/harbour/members/cleo'], listed: true };
  const invite = (uid: string, document: object = invitation, target = 'cleo') =>
    commit(
      world.as(uid),
      ['set', `chats/inner/invitations/${target}`, document],
      counting(uid, 'invite', target),
    );
  const accept = (uid: string) =>
    commit(
      world.as(uid),
      ['set', `chats/inner/members/${uid}`, chatJoiner(uid, now)],
      ['delete', `chats/inner/invitations/${uid}`],
      counting(uid, 'joinGroup', 'inner'),
    );

  it('tells nobody who is a member: those who are not seen are refused like strangers', async () => {
    const verdictOn = (target: string) =>
      invite('ada', { ...invitation, uid: target }, target).then(
        () => 'allowed',
        () => 'refused',
      );
    expect(await verdictOn('eve')).toBe('refused');
    expect(await verdictOn('cleo')).toBe('refused');
    expect(await verdictOn('mo')).toBe('allowed');
  });

  it('is made by its owner, for a member whom all may see, and counted', async () => {
    await world.add({ 'communities/harbour/members/cleo': listedCleo });
    await refuses(invite('ben', { ...invitation, by: 'ben' }));
    await refuses(invite('mo', { ...invitation, by: 'mo' }));
    await refuses(invite('ada', { ...invitation, by: 'ben' }));
    await refuses(invite('ada', { ...invitation, uid: 'eve' }, 'eve'));
    await refuses(commit(world.as('ada'), ['set', path, invitation]));
    await refuses(
      commit(
        world.as('ada'),
        ['set', path, invitation],
        ['set', 'chats/inner/invitations/mo', { ...invitation, uid: 'mo' }],
        counting('ada', 'invite', 'cleo'),
      ),
    );
    await allows(invite('ada'));
  });

  it('is refused to an owner who may not write', async () => {
    await world.add({
      'sanctions/ada': sanction({ denied: ['write'] }),
      'communities/harbour/members/cleo': listedCleo,
    });
    await refuses(invite('ada'));
    await world.add({ 'sanctions/ada': sanction({}) });
    await allows(invite('ada'));
  });

  it('lets that person see the chat and join it, and nobody else', async () => {
    await refuses(getDoc(doc(world.as('cleo'), 'chats/inner')));
    await refuses(accept('cleo'));
    await world.add({ [path]: newChatInvitation({ uid: 'cleo', by: 'ada' }, past) });
    await allows(getDoc(doc(world.as('cleo'), 'chats/inner')));
    await refuses(getDoc(doc(world.as('cleo'), 'chats/inner/messages/m1')));
    await refuses(accept('mo'));
    await allows(accept('cleo'));
  });

  it('does not lead past a removal, nor into the chat of a community that the person has left', async () => {
    await world.add({
      [path]: newChatInvitation({ uid: 'cleo', by: 'ada' }, past),
      'chats/inner/bans/cleo': newChatBan('ada', past),
      'chats/inner/invitations/eve': newChatInvitation({ uid: 'eve', by: 'ada' }, past),
    });
    await refuses(accept('cleo'));
    await refuses(accept('eve'));
    await allows(commit(world.as('ada'), ['delete', 'chats/inner/bans/cleo']));
    await allows(accept('cleo'));
  });

  it('is seen and taken back by the person and the owner only', async () => {
    await world.add({ [path]: newChatInvitation({ uid: 'cleo', by: 'ada' }, past) });
    for (const uid of ['cleo', 'ada']) await allows(getDoc(doc(world.as(uid), path)));
    for (const uid of ['ben', 'mo', 'eve']) {
      await refuses(getDoc(doc(world.as(uid), path)));
      await refuses(commit(world.as(uid), ['delete', path]));
    }
    await allows(ask(world.as('cleo'), myInvitationsQuery('cleo')));
    await refuses(ask(world.as('ben'), myInvitationsQuery('cleo')));
    await refuses(commit(world.as('ada'), ['update', path, { by: 'ben' }]));
    await allows(commit(world.as('cleo'), ['delete', path]));
  });
});
