import { newCommunity } from '@sameboat/model/community';
import { type MemberAct, memberActs } from '@sameboat/model/community-log';
import { founderMember, joiningMember } from '@sameboat/model/community-member';
import { newCommunityName } from '@sameboat/model/community-name';
import { dayOf } from '@sameboat/model/day';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import {
  communityLogQuery,
  communityMembersQuery,
  communityTeamQuery,
  everyCommunityMemberQuery,
} from '@sameboat/model/queries';
import { communityNameKey, slugOf } from '@sameboat/model/slug';
import { collection, doc, getDoc, getDocs, limit, query, Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { counting, logging } from './acts.ts';
import { ask } from './ask.ts';
import { future, longAgo, past, person, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit, type Write } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.begin(seed);
  await world.add({
    [`communityNames/${await communityNameKey('harbour-evenings')}`]: { communityId: 'harbour' },
  });
});
afterAll(() => world.close());

const newId = autoId('new');

const logged = (actor: string, act: MemberAct, target: string, id = 'entry', reason = 'Be kind.') =>
  logging('harbour', actor, { act, target, reason }, { id: autoId(id) });

/** Ends the window of a counter, so that the next act begins a new one. */
const rest = (uid: string) =>
  world.add({ [`users/${uid}/pace/moderate`]: { since: longAgo, count: 1, id: autoId('before') } });

/** The founder steps down, somebody else takes over, and what proves it. */
const handOver = (from: string, to: string, id = 'entry') =>
  [
    ['update', `communities/harbour/members/${from}`, { role: 'moderator' }],
    ['update', `communities/harbour/members/${to}`, { role: 'founder' }],
    ...logged(from, 'handOver', to, id),
  ] as const;

async function founding(name: string, id = newId, founderId = 'eve') {
  const community = newCommunity(
    { name, about: '', rules: '', topic: 'sleep', place: null, visibility: 'open', today: dayOf(Date.now()) },
    now,
  );
  return {
    community,
    create: ['set', `communities/${id}`, community] as Write,
    claim: ['set', `communityNames/${await communityNameKey(community.slug)}`, newCommunityName(id)] as Write,
    found: ['set', `communities/${id}/members/${founderId}`, founderMember(founderId, now)] as Write,
    count: counting(founderId, 'createCommunity', id),
  };
}

describe('creating a community', () => {
  it('takes the community, the claim on its name, its founder and the count in one batch', async () => {
    const { create, claim, found, count } = await founding('Night owls');
    await refuses(commit(world.as('eve'), create, count));
    await refuses(commit(world.as('eve'), create, claim, count));
    await refuses(commit(world.as('eve'), create, found, count));
    await refuses(commit(world.as('eve'), claim, found, count));
    await refuses(commit(world.as('eve'), create, claim, found));
    await allows(commit(world.as('eve'), create, claim, found, count));
  });

  it('takes the facts for its members too, if the founder begins them', async () => {
    const { create, claim, found, count } = await founding('Night owls');
    const facts = (data: object) => ['set', `communities/${newId}/private/facts`, data] as const;
    const begin = (data: object) => commit(world.as('eve'), create, claim, found, count, facts(data));
    await refuses(begin({ founderId: 'ada', memberCount: 0 }));
    await refuses(begin({ founderId: 'eve', memberCount: 40 }));
    await refuses(begin({ founderId: 'eve', memberCount: 0, note: 'x' }));
    await allows(begin({ founderId: 'eve', memberCount: 0 }));
    await refuses(
      commit(world.as('eve'), ['update', `communities/${newId}/private/facts`, { memberCount: 9 }]),
    );
  });

  it('is refused when the name is taken, in whatever spelling', async () => {
    for (const name of ['HARBOUR  Evenings!', 'harbour-evenings', 'Harbour.Evenings']) {
      const { create, claim, found, count } = await founding(name);
      await refuses(commit(world.as('eve'), create, claim, found, count));
    }
  });

  it('is refused with a claim on another name than its own, or with another slug', async () => {
    const { create, found, count, claim: right, community } = await founding('Night owls');
    const { claim } = await founding('Day owls');
    await refuses(commit(world.as('eve'), create, claim, found, count));
    for (const slug of ['night-owls-', 'day-owls', 'Night-owls', 'night-owls-ж']) {
      const key = await communityNameKey(slug);
      await refuses(
        commit(
          world.as('eve'),
          ['set', `communities/${newId}`, { ...community, slug }],
          ['set', `communityNames/${key}`, newCommunityName(newId)],
          found,
          count,
        ),
      );
    }
    await allows(commit(world.as('eve'), create, right, found, count));
  });

  it('is refused under a name that is not ASCII, unless a function has claimed exactly that name for it', async () => {
    const { create, found, count, community } = await founding('Ночные совы');
    const key = `communityNames/${await communityNameKey(community.slug)}`;
    await refuses(commit(world.as('eve'), create, found, count, ['set', key, newCommunityName(newId)]));
    const nameHash = await communityNameKey(community.name);
    await refuses(
      commit(world.as('eve'), create, found, count, ['set', key, { communityId: newId, nameHash }]),
    );
    await world.add({ [key]: { communityId: newId, nameHash: await communityNameKey('Ночные совы 2') } });
    await refuses(commit(world.as('eve'), create, found, count));
    await world.add({ [key]: { communityId: autoId('other'), nameHash } });
    await refuses(commit(world.as('eve'), create, found, count));
    await world.add({ [key]: { communityId: newId, nameHash } });
    await allows(commit(world.as('eve'), create, found, count));
  });

  it('is refused for another founder, to a guest, and with a time, day or id of its own', async () => {
    const { create, claim, found, count, community } = await founding('Night owls');
    const change = (data: object) => ['set', `communities/${newId}`, { ...community, ...data }] as const;
    await refuses(commit(world.as('ada'), create, claim, found, count));
    await refuses(commit(world.guest('eve'), create, claim, found, count));
    await refuses(commit(world.as('eve'), change({ createdAt: past }), claim, found, count));
    for (const lastActiveOn of ['2020-01-01', '2099-01-01', '2026-13-45']) {
      await refuses(commit(world.as('eve'), change({ lastActiveOn }), claim, found, count));
    }
    const word = await founding('Night owls', 'grief-in-rotterdam');
    await refuses(commit(world.as('eve'), word.create, word.claim, word.found, word.count));
    await allows(commit(world.as('eve'), create, claim, found, count));
  });

  it.each(['createCommunity', 'write'])(
    'is refused to people without the permission %s, until it comes back',
    async (permission) => {
      const { create, claim, found, count } = await founding('Night owls');
      await world.add({ 'sanctions/eve': sanction({ denied: [permission], until: future }) });
      await refuses(commit(world.as('eve'), create, claim, found, count));
      await world.add({ 'sanctions/eve': sanction({ denied: [permission], until: past }) });
      await allows(commit(world.as('eve'), create, claim, found, count));
    },
  );

  it('is refused to people without a profile', async () => {
    const { create, claim, found, count } = await founding('Night owls', newId, 'zoe');
    await refuses(commit(world.as('zoe'), create, claim, found, count));
    await world.add({ 'users/zoe': seed['users/eve'] ?? {} });
    await allows(commit(world.as('zoe'), create, claim, found, count));
  });
});

describe('a community', () => {
  it('is seen by everybody when open, by its members when closed', async () => {
    await allows(getDoc(doc(world.as('eve'), 'communities/harbour')));
    await allows(getDoc(doc(world.as('ada'), 'communities/cove')));
    await refuses(getDoc(doc(world.as('ben'), 'communities/cove')));
  });

  it('is described by its moderators and its founder, not by its members', async () => {
    const change = ['update', 'communities/harbour', { about: 'New words' }] as const;
    await allows(commit(world.as('mo'), change));
    await allows(commit(world.as('fay'), change));
    await refuses(commit(world.as('ada'), change));
    await refuses(commit(world.as('eve'), change));
  });

  it('takes no bad description, and no picture from elsewhere, from anybody', async () => {
    for (const change of [
      { about: 'a'.repeat(2_001) },
      { avatar: 'https://example.org/a.png' },
      { cover: `communities/cove/images/fay/${autoId('f1')}` },
    ]) {
      await refuses(commit(world.as('mo'), ['update', 'communities/harbour', change]));
      await refuses(commit(world.as('fay'), ['update', 'communities/harbour', change]));
    }
    await allows(
      commit(world.as('mo'), [
        'update',
        'communities/harbour',
        { cover: `communities/harbour/images/mo/${autoId('f1')}` },
      ]),
    );
  });

  it('is closed by its founder only, and never opened again', async () => {
    const close = ['update', 'communities/harbour', { visibility: 'closed' }] as const;
    await refuses(commit(world.as('mo'), close));
    await allows(commit(world.as('fay'), close));
    await refuses(commit(world.as('fay'), ['update', 'communities/harbour', { visibility: 'open' }]));
  });

  it('keeps its topic: people joined for that one', async () => {
    await refuses(commit(world.as('fay'), ['update', 'communities/harbour', { topic: 'sleep' }]));
    await refuses(commit(world.as('mo'), ['update', 'communities/harbour', { topic: 'sleep' }]));
  });

  it('is not changed by moderators or founders who may not write', async () => {
    const denied = sanction({ denied: ['write'] });
    await world.add({ 'sanctions/mo': denied, 'sanctions/fay': denied });
    await refuses(commit(world.as('mo'), ['update', 'communities/harbour', { about: 'New words' }]));
    await refuses(commit(world.as('fay'), ['update', 'communities/harbour', { about: 'New words' }]));
  });

  it('shows its founder and its exact size to members only', async () => {
    await allows(getDoc(doc(world.as('ada'), 'communities/harbour/private/facts')));
    await refuses(getDoc(doc(world.as('eve'), 'communities/harbour/private/facts')));
    await refuses(
      commit(world.as('fay'), ['update', 'communities/harbour/private/facts', { memberCount: 9 }]),
    );
    await refuses(
      commit(world.as('fay'), [
        'set',
        'communities/cove/private/facts',
        { founderId: 'fay', memberCount: 0 },
      ]),
    );
  });

  it('keeps its size, its day and its age from everybody', async () => {
    for (const change of [
      { size: '1000+' },
      { lastActiveOn: '2026-01-01' },
      { memberCount: 900 },
      { founderId: 'mo' },
      { createdAt: now },
      { official: true },
    ]) {
      await refuses(commit(world.as('fay'), ['update', 'communities/harbour', change]));
      await refuses(commit(world.as('mo'), ['update', 'communities/harbour', change]));
    }
  });

  it('is renamed by its founder, who claims the new name and frees the old', async () => {
    const slug = slugOf('Dawn evenings');
    const rename = ['update', 'communities/harbour', { name: 'Dawn evenings', slug }] as const;
    const claim = [
      'set',
      `communityNames/${await communityNameKey(slug)}`,
      newCommunityName('harbour'),
    ] as const;
    const free = ['delete', `communityNames/${await communityNameKey('harbour-evenings')}`] as const;
    await refuses(commit(world.as('fay'), rename));
    await refuses(commit(world.as('fay'), rename, claim));
    await refuses(commit(world.as('mo'), rename, claim, free));
    await allows(commit(world.as('fay'), rename, claim, free));
  });

  it('is deleted by its founder only', async () => {
    for (const uid of ['mo', 'ada', 'eve']) {
      await refuses(commit(world.as(uid), ['delete', 'communities/harbour']));
    }
    await allows(commit(world.as('fay'), ['delete', 'communities/harbour']));
  });

  it('does not come back with the members it had, while it is being removed', async () => {
    await allows(commit(world.as('fay'), ['delete', 'communities/harbour']));
    await world.add({ [`communities/${autoId('dusk')}/members/fay`]: founderMember('fay', past) });
    const dusk = await founding('Night owls', autoId('dusk'), 'fay');
    await refuses(commit(world.as('fay'), dusk.create, dusk.claim, dusk.count));
    await refuses(commit(world.as('fay'), dusk.create, dusk.claim, dusk.found, dusk.count));
    const fresh = await founding('Night owls', newId, 'fay');
    await allows(commit(world.as('fay'), fresh.create, fresh.claim, fresh.found, fresh.count));
  });
});

describe('the claim on a name', () => {
  it('can be looked up by who knows the name and has an account', async () => {
    const path = `communityNames/${await communityNameKey('harbour-evenings')}`;
    await allows(getDoc(doc(world.as('eve'), path)));
    await refuses(getDoc(doc(world.guest('gus'), path)));
  });

  it('is not moved, freed while in use, or made for a community of somebody else', async () => {
    const path = `communityNames/${await communityNameKey('harbour-evenings')}`;
    await refuses(commit(world.as('fay'), ['update', path, { communityId: 'cove' }]));
    await refuses(commit(world.as('fay'), ['delete', path]));
    await refuses(commit(world.as('eve'), ['delete', path]));
    const cove = `communityNames/${await communityNameKey('cove')}`;
    await refuses(commit(world.as('ada'), ['set', cove, newCommunityName('cove')]));
    const other = `communityNames/${await communityNameKey('another')}`;
    await refuses(commit(world.as('fay'), ['set', other, newCommunityName('cove')]));
    await allows(commit(world.as('fay'), ['set', cove, newCommunityName('cove')]));
  });

  it('that no community uses any more is freed by its founder only', async () => {
    const stale = `communityNames/${await communityNameKey('stale')}`;
    await world.add({ [stale]: newCommunityName('harbour') });
    await refuses(commit(world.as('eve'), ['delete', stale]));
    await refuses(commit(world.as('mo'), ['delete', stale]));
    await allows(commit(world.as('fay'), ['delete', stale]));
  });
});

describe('joining a community', () => {
  const join = (uid: string, id = 'harbour') =>
    [
      ['set', `communities/${id}/members/${uid}`, joiningMember(uid, now)],
      counting(uid, 'joinCommunity', id),
    ] as const;

  it('is open to everybody with an account where the community is', async () => {
    await refuses(commit(world.guest('gus'), ...join('gus')));
    await refuses(commit(world.as('eve'), join('eve')[0]));
    await allows(commit(world.as('eve'), ...join('eve')));
  });

  it('is not done for somebody else', async () => {
    await refuses(commit(world.as('ada'), ...join('eve')));
    await refuses(
      commit(
        world.as('eve'),
        ['set', 'communities/harbour/members/eve', { ...joiningMember('ada', now) }],
        join('eve')[1],
      ),
    );
  });

  it('is not done by oneself where the community is closed, nor where there is none', async () => {
    await refuses(commit(world.as('eve'), ...join('eve', 'cove')));
    await refuses(commit(world.as('eve'), ...join('eve', 'nowhere')));
  });

  it('is refused to who was banned from it', async () => {
    await world.add({ 'communities/harbour/bans/eve': { by: 'mo', reason: '', at: past } });
    await refuses(commit(world.as('eve'), ...join('eve')));
  });

  it('is refused to who lost that permission', async () => {
    await world.add({ 'sanctions/eve': sanction({ denied: ['joinCommunity'] }) });
    await refuses(commit(world.as('eve'), ...join('eve')));
  });

  it('never makes anybody more than a member, nor is it backdated', async () => {
    for (const change of [{ role: 'founder' }, { role: 'moderator' }, { joinedAt: past }]) {
      await refuses(
        commit(
          world.as('eve'),
          ['set', 'communities/harbour/members/eve', { ...joiningMember('eve', now), ...change }],
          join('eve')[1],
        ),
      );
    }
  });

  it('does not make a founder of who handed over, left and comes back', async () => {
    await allows(commit(world.as('fay'), ...handOver('fay', 'mo')));
    await allows(commit(world.as('fay'), ['delete', 'communities/harbour/members/fay']));
    await refuses(
      commit(
        world.as('fay'),
        ['set', 'communities/harbour/members/fay', founderMember('fay', now)],
        join('fay')[1],
      ),
    );
    await allows(commit(world.as('fay'), ...join('fay')));
  });
});

describe('walking through the communities', () => {
  const since = Timestamp.fromMillis(Date.now() - 1_000);
  const joinNext = (uid: string, before: number, claims = {}) =>
    commit(
      world.as(uid, claims),
      ['set', `communities/harbour/members/${uid}`, joiningMember(uid, now)],
      counting(uid, 'joinCommunity', 'harbour', { since, count: before }),
    );

  it('ends after five communities a day for newcomers', async () => {
    await world.add({ 'users/eve/pace/joinCommunity': { since, count: 5, id: 'cove' } });
    await refuses(joinNext('eve', 5));
    await world.add({ 'users/eve/pace/joinCommunity': { since, count: 4, id: 'cove' } });
    await allows(joinNext('eve', 4));
  });

  it('ends after twenty for anybody', async () => {
    const verified = { email_verified: true };
    await world.add({
      'users/eve': { ...seed['users/eve'], createdAt: longAgo },
      'users/eve/pace/joinCommunity': { since, count: 20, id: 'cove' },
    });
    await refuses(joinNext('eve', 20, verified));
    await world.add({ 'users/eve/pace/joinCommunity': { since, count: 19, id: 'cove' } });
    await allows(joinNext('eve', 19, verified));
  });

  it('joins one community a batch', async () => {
    await world.add({ 'communities/pier': seed['communities/harbour'] ?? {} });
    const join = (id: string) => ['set', `communities/${id}/members/eve`, joiningMember('eve', now)] as const;
    const count = counting('eve', 'joinCommunity', 'harbour');
    await refuses(commit(world.as('eve'), join('harbour'), join('pier'), count));
    await allows(commit(world.as('eve'), join('harbour'), count));
  });

  it('joins again on a new count only', async () => {
    await world.add({ 'users/eve/pace/joinCommunity': { since, count: 1, id: 'harbour' } });
    await refuses(
      commit(world.as('eve'), ['set', 'communities/harbour/members/eve', joiningMember('eve', now)]),
    );
    await allows(joinNext('eve', 1));
  });

  it('shows the founder and the moderators, and nobody who did not choose to be listed', async () => {
    const member = (uid: string) => getDoc(doc(world.as('ada'), `communities/harbour/members/${uid}`));
    await refuses(member('cleo'));
    await refuses(member('nobody'));
    await allows(member('ben'));
    await allows(member('mo'));
    await allows(member('fay'));
    await allows(getDoc(doc(world.as('mo'), 'communities/harbour/members/cleo')));
  });

  it('lists those who are listed to people who have been members for a day, and everybody to moderators', async () => {
    const listed = communityMembersQuery('harbour');
    await world.add({ 'communities/harbour/members/eve': joiningMember('eve', past) });
    await refuses(ask(world.as('eve'), listed));
    await allows(ask(world.as('ada'), listed));
    await allows(ask(world.as('eve'), communityTeamQuery('harbour')));
    await refuses(ask(world.as('ada'), everyCommunityMemberQuery('harbour')));
    await allows(ask(world.as('mo'), everyCommunityMemberQuery('harbour')));
  });
});

describe('the members of a community', () => {
  it('are seen by its members; everybody may look whether they are one', async () => {
    await allows(getDoc(doc(world.as('ada'), 'communities/harbour/members/ben')));
    await refuses(getDoc(doc(world.as('eve'), 'communities/harbour/members/ben')));
    await allows(getDoc(doc(world.as('eve'), 'communities/harbour/members/eve')));
    await refuses(getDoc(doc(world.guest('gus'), 'communities/harbour/members/gus')));
  });

  it('change what they show, and of nobody else', async () => {
    await allows(
      commit(world.as('ada'), ['update', 'communities/harbour/members/ada', { shows: { bio: 'Hi' } }]),
    );
    await refuses(
      commit(world.as('mo'), ['update', 'communities/harbour/members/ada', { shows: { bio: 'x' } }]),
    );
    await refuses(
      commit(world.as('ada'), ['update', 'communities/harbour/members/ada', { 'shows.role': 'x' }]),
    );
  });

  it('list themselves, and nobody else does', async () => {
    const list = (uid: string, listed: unknown = true) =>
      commit(world.as(uid), ['update', 'communities/harbour/members/ada', { listed }]);
    await refuses(list('mo'));
    await refuses(list('ada', 'yes'));
    await allows(list('ada'));
    await allows(list('ada', false));
  });

  it('show nothing new while they may not write, and may still join and leave', async () => {
    await world.add({
      'sanctions/ada': sanction({ denied: ['write'] }),
      'sanctions/eve': sanction({ denied: ['write'] }),
    });
    const path = 'communities/harbour/members';
    await refuses(commit(world.as('ada'), ['update', `${path}/ada`, { shows: { bio: 'Hi' } }]));
    const join = (shows: object) =>
      commit(
        world.as('eve'),
        ['set', `${path}/eve`, { ...joiningMember('eve', now), shows }],
        counting('eve', 'joinCommunity', 'harbour'),
      );
    await refuses(join({ bio: 'Hi' }));
    await allows(join({}));
    await allows(commit(world.as('ada'), ['delete', `${path}/ada`]));
  });

  it('do not raise themselves', async () => {
    for (const role of ['moderator', 'founder']) {
      await refuses(commit(world.as('ada'), ['update', 'communities/harbour/members/ada', { role }]));
      await refuses(
        commit(world.as('ada'), [
          'update',
          'communities/harbour/members/ada',
          { role, shows: { bio: 'Hi' } },
        ]),
      );
    }
    await refuses(commit(world.as('mo'), ['update', 'communities/harbour/members/mo', { role: 'founder' }]));
  });

  it('are made moderators, and members again, by the founder only', async () => {
    const raise = ['update', 'communities/harbour/members/ada', { role: 'moderator' }] as const;
    const lower = ['update', 'communities/harbour/members/ada', { role: 'member' }] as const;
    await refuses(commit(world.as('mo'), raise, ...logged('mo', 'appoint', 'ada')));
    await allows(commit(world.as('fay'), raise, ...logged('fay', 'appoint', 'ada')));
    await rest('fay');
    await refuses(commit(world.as('mo'), lower, ...logged('mo', 'withdraw', 'ada', 'e2')));
    await allows(commit(world.as('fay'), lower, ...logged('fay', 'withdraw', 'ada', 'e2')));
    await rest('fay');
    await refuses(
      commit(
        world.as('fay'),
        ['update', 'communities/harbour/members/ada', { role: 'founder' }],
        ...logged('fay', 'appoint', 'ada', 'e3'),
      ),
    );
    await refuses(commit(world.as('fay'), ['update', 'communities/harbour/members/fay', { role: 'member' }]));
  });

  it('are handed the community by its founder, who gives it up in the same batch', async () => {
    const [demote, promote, entry, count] = handOver('fay', 'mo');
    for (const batch of [
      [promote, entry, count],
      [demote, entry, count],
      [demote, promote, count],
      [demote, promote, entry],
      [demote, promote],
    ]) {
      await refuses(commit(world.as('fay'), ...batch));
    }
    await refuses(commit(world.as('fay'), demote, ...handOver('fay', 'eve').slice(1)));
    await refuses(commit(world.as('mo'), ...handOver('mo', 'ada')));
    await refuses(
      commit(world.as('fay'), ...handOver('fay', 'mo'), [
        'update',
        'communities/harbour/members/ada',
        { role: 'founder' },
      ]),
    );
    await allows(commit(world.as('fay'), ...handOver('fay', 'mo')));
    // The other device of the former founder comes too late.
    await rest('fay');
    await refuses(commit(world.as('fay'), ...handOver('fay', 'ada', 'e2')));
  });

  it('leave as its founder only after handing it over', async () => {
    await refuses(commit(world.as('fay'), ['delete', 'communities/harbour/members/fay']));
    await allows(commit(world.as('fay'), ...handOver('fay', 'mo')));
    await allows(commit(world.as('fay'), ['delete', 'communities/harbour/members/fay']));
  });

  it('leave when they like', async () => {
    await allows(commit(world.as('ada'), ['delete', 'communities/harbour/members/ada']));
  });

  it('are sent away by moderators; moderators by the founder; the founder by nobody', async () => {
    const remove = (by: string, uid: string, id: string) =>
      commit(
        world.as(by),
        ['delete', `communities/harbour/members/${uid}`],
        ...logged(by, 'remove', uid, id),
      );
    await refuses(remove('ada', 'ben', 'e1'));
    await refuses(commit(world.as('mo'), ['delete', 'communities/harbour/members/ben']));
    await allows(remove('mo', 'ben', 'e1'));
    await rest('mo');
    await refuses(remove('mo', 'fay', 'e2'));
    await world.add({
      ...person('max'),
      'communities/harbour/members/max': { ...joiningMember('max', past), role: 'moderator' },
    });
    await refuses(remove('max', 'mo', 'e3'));
    await allows(remove('fay', 'mo', 'e3'));
  });
});

describe('a ban from a community', () => {
  const ban = { by: 'mo', reason: 'Selling something.', at: now };
  const path = 'communities/harbour/bans/ben';

  it('comes with the removal of the member', async () => {
    const remove = ['delete', 'communities/harbour/members/ben'] as const;
    const entry = logged('mo', 'ban', 'ben', 'e1', ban.reason);
    await refuses(commit(world.as('mo'), ['set', path, ban], ...entry));
    await refuses(commit(world.as('mo'), ['set', path, ban], remove));
    await refuses(commit(world.as('mo'), ['set', path, ban], remove, ...logged('mo', 'ban', 'ben')));
    await allows(commit(world.as('mo'), ['set', path, ban], remove, ...entry));
  });

  it('is made in one’s own name, now, by a moderator', async () => {
    const eve = 'communities/harbour/bans/eve';
    const make = (uid: string, document: object) =>
      commit(world.as(uid), ['set', eve, document], ...logged(uid, 'ban', 'eve', 'e1', ban.reason));
    await refuses(make('ada', { ...ban, by: 'ada' }));
    await refuses(make('mo', { ...ban, by: 'fay' }));
    await refuses(make('mo', { ...ban, at: past }));
    const zed = ['set', 'communities/harbour/bans/zed', ban] as const;
    const entry = logged('mo', 'ban', 'eve', 'e1', ban.reason);
    await refuses(commit(world.as('mo'), ['set', eve, ban], zed, ...entry));
    await allows(make('mo', ban));
  });

  it('is seen and lifted by moderators only', async () => {
    await world.add({ 'communities/harbour/bans/eve': { by: 'mo', reason: '', at: past } });
    const eve = 'communities/harbour/bans/eve';
    await refuses(getDoc(doc(world.as('eve'), eve)));
    await refuses(getDoc(doc(world.as('ada'), eve)));
    await allows(getDoc(doc(world.as('fay'), eve)));
    const list = (uid: string, rows: number) =>
      getDocs(query(collection(world.as(uid), 'communities/harbour/bans'), limit(rows)));
    await allows(list('mo', 100));
    await refuses(list('mo', 101));
    await refuses(list('ada', 1));
    await refuses(commit(world.as('eve'), ['delete', eve], ...logged('eve', 'unban', 'eve')));
    await refuses(commit(world.as('ada'), ['delete', eve], ...logged('ada', 'unban', 'eve')));
    await refuses(commit(world.as('mo'), ['update', eve, { reason: 'other' }]));
    await refuses(commit(world.as('mo'), ['delete', eve]));
    await allows(commit(world.as('mo'), ['delete', eve], ...logged('mo', 'unban', 'eve')));
  });
});

describe('the log of a community', () => {
  const old = 'communities/harbour/log/l1';
  beforeEach(() =>
    world.add({ [old]: { actor: 'mo', act: 'remove', target: 'zed', reason: 'Spam.', at: past } }),
  );

  it('is read by the founder and the moderators only, page by page', async () => {
    for (const uid of ['fay', 'mo']) {
      await allows(getDoc(doc(world.as(uid), old)));
      await allows(ask(world.as(uid), communityLogQuery('harbour')));
    }
    for (const uid of ['ada', 'eve']) {
      await refuses(getDoc(doc(world.as(uid), old)));
      await refuses(ask(world.as(uid), communityLogQuery('harbour')));
    }
    await refuses(ask(world.as('mo'), { ...communityLogQuery('harbour'), limit: 51 }));
  });

  it('is changed and deleted by nobody', async () => {
    for (const uid of ['fay', 'mo']) {
      await refuses(commit(world.as(uid), ['update', old, { reason: 'Nothing.' }]));
      await refuses(commit(world.as(uid), ['delete', old]));
    }
  });

  it('has no entry for what was not done, whatever it names', async () => {
    await world.add({ 'communities/harbour/bans/eve': { by: 'mo', reason: '', at: past } });
    for (const act of [...memberActs, 'newCode'] as readonly MemberAct[]) {
      for (const target of ['ben', 'mo', 'eve']) {
        await refuses(commit(world.as('fay'), ...logged('fay', act, target)));
      }
    }
  });

  it('names who did it, what it was and to whom, at that moment', async () => {
    const remove = (entry: object) =>
      commit(
        world.as('mo'),
        ['delete', 'communities/harbour/members/ben'],
        ...logging('harbour', 'mo', { act: 'remove', target: 'ben' }, { entry }),
      );
    for (const entry of [
      { actor: 'fay' },
      { act: 'ban' },
      { target: 'ada' },
      { at: past },
      { reason: ' ' },
      { reason: 'r'.repeat(2_001) },
      { by: 'mo' },
    ]) {
      await refuses(remove(entry));
    }
    await allows(remove({}));
  });

  it('has one entry for each act, under an id that says nothing', async () => {
    const remove = ['delete', 'communities/harbour/members/ben'] as const;
    const removeAda = ['delete', 'communities/harbour/members/ada'] as const;
    await refuses(commit(world.as('mo'), remove, removeAda, ...logged('mo', 'remove', 'ben')));
    await refuses(
      commit(
        world.as('mo'),
        remove,
        ...logging('harbour', 'mo', { act: 'remove', target: 'ben' }, { id: 'spam' }),
      ),
    );
    await refuses(
      commit(
        world.as('mo'),
        remove,
        logged('mo', 'remove', 'ben')[0],
        counting('mo', 'moderate', autoId('e2')),
      ),
    );
    await allows(commit(world.as('mo'), remove, ...logged('mo', 'remove', 'ben')));
    // The same entry does not serve a second time, also where that person came back.
    await rest('mo');
    await world.add({ 'communities/harbour/members/ben': joiningMember('ben', past) });
    await refuses(commit(world.as('mo'), remove, counting('mo', 'moderate', autoId('entry'))));
    await refuses(commit(world.as('mo'), removeAda, counting('mo', 'moderate', autoId('entry'))));
  });
});

it('the access code of a closed community is read and written by no client', async () => {
  for (const uid of ['fay', 'ada', 'eve']) {
    await refuses(getDoc(doc(world.as(uid), 'communities/harbour/private/access')));
    await refuses(commit(world.as(uid), ['set', 'communities/cove/private/access', { codeHash: 'y' }]));
  }
});
