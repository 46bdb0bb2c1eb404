import { newChatBan } from '@sameboat/model/chat-ban';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { homeMarkPath, newHomeMark } from '@sameboat/model/home';
import { otterAnswerId, otterProfile } from '@sameboat/model/otter';
import { chatMembersQuery, chatMessagesQuery, myMembershipsQuery } from '@sameboat/model/queries';
import { newSettings } from '@sameboat/model/settings';
import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asking, counting, sending } from './acts.ts';
import { ask } from './ask.ts';
import { longAgo, past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
// Ada and Ben are at home, Cleo is not; Otter's last answer is there.
beforeEach(() =>
  world.begin({
    ...seed,
    'users/otter': otterProfile(past),
    'chats/home/members/ben': chatJoiner('ben', past),
  }),
);
afterAll(() => world.close());

const read = (uid: string, path: string) => getDoc(doc(world.as(uid), path));

describe('the home chat', () => {
  it('is seen by everybody with a profile, and by no guest and no stranger', async () => {
    await allows(read('ada', 'chats/home'));
    await allows(read('cleo', 'chats/home'));
    await refuses(getDoc(doc(world.guest('gwen'), 'chats/home')));
    await refuses(getDoc(doc(world.nobody(), 'chats/home')));
    await world.add({ 'sanctions/cleo': sanction({ banned: true }) });
    await refuses(read('cleo', 'chats/home'));
  });

  it('is not seen any more when it has ended', async () => {
    await world.add({ 'chats/home': { ...seed['chats/home'], endedAt: past } });
    await refuses(read('cleo', 'chats/home'));
  });

  it('shows what is written there to those who are in it', async () => {
    await allows(ask(world.as('ada'), chatMessagesQuery('home')));
    await refuses(ask(world.as('cleo'), chatMessagesQuery('home')));
    await refuses(read('cleo', 'chats/home/private/last'));
  });

  it('is changed and deleted by nobody', async () => {
    await refuses(commit(world.as('ada'), ['update', 'chats/home', { name: 'Mine' }]));
    await refuses(commit(world.as('ada'), ['delete', 'chats/home']));
  });
});

describe('the members of the home chat', () => {
  const join = ['set', 'chats/home/members/cleo', chatJoiner('cleo', now)] as const;

  it('are listed for nobody, and each is seen by themself alone', async () => {
    await refuses(ask(world.as('ada'), chatMembersQuery('home')));
    await refuses(getDocs(query(collection(world.as('ada'), 'chats/home/members'), limit(1))));
    await refuses(read('ada', 'chats/home/members/ben'));
    await refuses(read('ada', 'chats/home/members/nobody'));
    await allows(read('ada', 'chats/home/members/ada'));
    await allows(read('cleo', 'chats/home/members/cleo'));
    await allows(ask(world.as('ada'), myMembershipsQuery('ada')));
    await refuses(ask(world.as('ada'), myMembershipsQuery('ben')));
    // The same where the members may be seen.
    await allows(read('ada', 'chats/evening/members/ben'));
    await allows(ask(world.as('ada'), chatMembersQuery('evening')));
  });

  it('come back by themselves, counted, as members and no more', async () => {
    const count = counting('cleo', 'joinGroup', 'home');
    await refuses(commit(world.as('cleo'), join));
    await refuses(commit(world.as('ben'), join, counting('ben', 'joinGroup', 'home')));
    await refuses(
      commit(world.as('cleo'), ['set', 'chats/home/members/cleo', chatOwner('cleo', now)], count),
    );
    await refuses(
      commit(world.guest('gwen'), ['set', 'chats/home/members/gwen', chatJoiner('gwen', now)], count),
    );
    await allows(commit(world.as('cleo'), join, count));
  });

  it('do not come back after they were removed, nor to a chat that has ended', async () => {
    const count = counting('cleo', 'joinGroup', 'home');
    await world.add({ 'chats/home/bans/cleo': newChatBan('sam', past) });
    await refuses(commit(world.as('cleo'), join, count));
    await world.begin({ ...seed, 'chats/home': { ...seed['chats/home'], endedAt: past } });
    await refuses(commit(world.as('cleo'), join, count));
    await world.begin(seed);
    await allows(commit(world.as('cleo'), join, count));
  });

  it('leave when they like, and send nobody away', async () => {
    await refuses(commit(world.as('ada'), ['delete', 'chats/home/members/ben']));
    await refuses(
      commit(
        world.as('ada'),
        ['delete', 'chats/home/members/ben'],
        ['set', 'chats/home/bans/ben', newChatBan('ada', now)],
      ),
    );
    await allows(commit(world.as('ben'), ['delete', 'chats/home/members/ben']));
  });

  it('do not see or write the mark that they were brought home', async () => {
    await world.add({ [homeMarkPath('ada')]: newHomeMark(past) });
    await refuses(read('ada', homeMarkPath('ada')));
    await refuses(commit(world.as('ada'), ['set', homeMarkPath('ada'), newHomeMark(now)]));
    await refuses(commit(world.as('ada'), ['delete', homeMarkPath('ada')]));
  });
});

describe('Otter', () => {
  it('has a profile that everybody can see and nobody can change', async () => {
    expect((await read('ada', 'users/otter')).get('kind')).toBe('bot');
    await refuses(commit(world.as('ada'), ['update', 'users/otter', { bio: 'Mine', updatedAt: now }]));
    await refuses(commit(world.as('otter'), ['update', 'users/otter', { bio: 'Mine', updatedAt: now }]));
  });

  it('is asked for no private chat; people are', async () => {
    await world.add({ 'users/ben': { ...seed['users/ben'], createdAt: longAgo } });
    await refuses(commit(world.as('ben'), ...asking('ben', 'otter')));
    await allows(commit(world.as('ben'), ...asking('ben', 'cleo')));
  });

  it('is nobody’s voice: no client writes as a bot, or under the id of an answer', async () => {
    await refuses(commit(world.as('ada'), ...sending('home', 'ada', { message: { kind: 'bot' } })));
    await refuses(commit(world.as('ada'), ...sending('home', 'ada', { message: { senderId: 'otter' } })));
    await refuses(commit(world.as('ada'), ...sending('home', 'ada', { id: otterAnswerId(autoId('asked')) })));
    await allows(commit(world.as('ada'), ...sending('home', 'ada')));
  });

  it('has answers that people react to and cannot change', async () => {
    const answer = {
      ...sending('home', 'otter', { message: { kind: 'bot', createdAt: past } })[0][2],
      createdAt: past,
    };
    const path = `chats/home/messages/${otterAnswerId(autoId('asked'))}`;
    await world.add({ [path]: answer });
    await allows(commit(world.as('ada'), ['update', path, { 'reactions.ada': 'heart' }]));
    await refuses(commit(world.as('ada'), ['update', path, { text: 'Mine', editedAt: now }]));
  });
});

describe('the time zone in the settings', () => {
  it('is changed by its owner, for a name of that shape or none', async () => {
    const path = 'users/ada/private/settings';
    const set = (uid: string, timeZone: unknown) =>
      commit(world.as(uid), ['update', path, { timeZone, updatedAt: now }]);
    await allows(set('ada', 'Europe/Berlin'));
    await allows(set('ada', null));
    await refuses(set('ada', 'Europe/Berlin; I live in Mitte'));
    await refuses(set('ada', 60));
    await refuses(set('ben', 'Europe/Berlin'));
    await allows(commit(world.as('ada'), ['set', path, newSettings(now)]));
  });
});
