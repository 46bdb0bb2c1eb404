import { newCommunity } from '@sameboat/model/community';
import { founderMember, joiningMember } from '@sameboat/model/community-member';
import { newCommunityName } from '@sameboat/model/community-name';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { communityNameKey, slugOf } from '@sameboat/model/slug';
import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { future, past, sanction, world as seed } from './seed.ts';
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

async function founding(name: string, id = 'new', founderId = 'eve') {
  const community = newCommunity(
    { name, about: '', rules: '', topic: 'sleep', place: null, visibility: 'open', founderId },
    now,
  );
  return {
    community,
    create: ['set', `communities/${id}`, community] as Write,
    claim: ['set', `communityNames/${await communityNameKey(community.slug)}`, newCommunityName(id)] as Write,
    found: ['set', `communities/${id}/members/${founderId}`, founderMember(founderId, now)] as Write,
  };
}

describe('creating a community', () => {
  it('takes the community, the claim on its name and its founder in one batch', async () => {
    const { create, claim, found } = await founding('Night owls');
    await refuses(commit(world.as('eve'), create));
    await refuses(commit(world.as('eve'), create, claim));
    await refuses(commit(world.as('eve'), create, found));
    await refuses(commit(world.as('eve'), claim, found));
    await allows(commit(world.as('eve'), create, claim, found));
  });

  it('is refused when the name is taken, in whatever spelling', async () => {
    const { create, claim, found } = await founding('HARBOUR  Evenings!');
    await refuses(commit(world.as('eve'), create, claim, found));
  });

  it('is refused with a claim on another name than its own', async () => {
    const { create, found } = await founding('Night owls');
    const { claim } = await founding('Day owls');
    await refuses(commit(world.as('eve'), create, claim, found));
  });

  it('is refused for another founder, for a guest, and with a time of its own', async () => {
    const { create, claim, found, community } = await founding('Night owls');
    await refuses(commit(world.as('ada'), create, claim, found));
    await refuses(commit(world.guest('eve'), create, claim, found));
    await refuses(
      commit(world.as('eve'), ['set', 'communities/new', { ...community, createdAt: past }], claim, found),
    );
  });

  it('is refused to who lost that permission, until it comes back', async () => {
    const { create, claim, found } = await founding('Night owls');
    await world.add({ 'sanctions/eve': sanction({ denied: ['createCommunity'], until: future }) });
    await refuses(commit(world.as('eve'), create, claim, found));
    await world.add({ 'sanctions/eve': sanction({ denied: ['createCommunity'], until: past }) });
    await allows(commit(world.as('eve'), create, claim, found));
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
      { cover: 'communities/cove/images/fay/f1' },
    ]) {
      await refuses(commit(world.as('mo'), ['update', 'communities/harbour', change]));
      await refuses(commit(world.as('fay'), ['update', 'communities/harbour', change]));
    }
    await allows(
      commit(world.as('mo'), [
        'update',
        'communities/harbour',
        { cover: 'communities/harbour/images/mo/f1' },
      ]),
    );
  });

  it('is opened, closed and moved to another topic by its founder only', async () => {
    const change = ['update', 'communities/harbour', { visibility: 'closed', topic: 'sleep' }] as const;
    await refuses(commit(world.as('mo'), change));
    await allows(commit(world.as('fay'), change));
  });

  it('keeps its count, its founder and its age from everybody', async () => {
    for (const change of [
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

  it('is not deleted by a client, its founder included', async () => {
    await refuses(commit(world.as('fay'), ['delete', 'communities/harbour']));
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
    ['set', `communities/${id}/members/${uid}`, joiningMember(uid, now)] as const;

  it('is open to everybody with an account where the community is', async () => {
    await allows(commit(world.as('eve'), join('eve')));
    await refuses(commit(world.guest('gus'), join('gus')));
  });

  it('is not done for somebody else', async () => {
    await refuses(commit(world.as('ada'), join('eve')));
    await refuses(
      commit(world.as('eve'), ['set', 'communities/harbour/members/eve', { ...joiningMember('ada', now) }]),
    );
  });

  it('is not done by oneself where the community is closed, nor where there is none', async () => {
    await refuses(commit(world.as('eve'), join('eve', 'cove')));
    await refuses(commit(world.as('eve'), join('eve', 'nowhere')));
  });

  it('is refused to who was banned from it', async () => {
    await world.add({ 'communities/harbour/bans/eve': { by: 'mo', reason: '', at: past } });
    await refuses(commit(world.as('eve'), join('eve')));
  });

  it('is refused to who lost that permission', async () => {
    await world.add({ 'sanctions/eve': sanction({ denied: ['joinCommunity'] }) });
    await refuses(commit(world.as('eve'), join('eve')));
  });

  it('never makes anybody more than a member, nor is it backdated', async () => {
    for (const change of [{ role: 'founder' }, { role: 'moderator' }, { joinedAt: past }]) {
      await refuses(
        commit(world.as('eve'), [
          'set',
          'communities/harbour/members/eve',
          { ...joiningMember('eve', now), ...change },
        ]),
      );
    }
  });

  it('does not make a founder of who left and comes back', async () => {
    await allows(commit(world.as('fay'), ['delete', 'communities/harbour/members/fay']));
    await refuses(
      commit(world.as('fay'), ['set', 'communities/harbour/members/fay', founderMember('fay', now)]),
    );
    await allows(commit(world.as('fay'), join('fay')));
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
    await refuses(commit(world.as('mo'), raise));
    await allows(commit(world.as('fay'), raise));
    await allows(commit(world.as('fay'), ['update', 'communities/harbour/members/ada', { role: 'member' }]));
    await refuses(
      commit(world.as('fay'), ['update', 'communities/harbour/members/ada', { role: 'founder' }]),
    );
    await refuses(commit(world.as('fay'), ['update', 'communities/harbour/members/fay', { role: 'member' }]));
  });

  it('leave when they like', async () => {
    await allows(commit(world.as('ada'), ['delete', 'communities/harbour/members/ada']));
  });

  it('are sent away by moderators; moderators by the founder; the founder by nobody', async () => {
    await refuses(commit(world.as('ada'), ['delete', 'communities/harbour/members/ben']));
    await allows(commit(world.as('mo'), ['delete', 'communities/harbour/members/ben']));
    await refuses(commit(world.as('mo'), ['delete', 'communities/harbour/members/fay']));
    await world.add({
      'communities/harbour/members/max': { ...joiningMember('max', past), role: 'moderator' },
    });
    await refuses(commit(world.as('max'), ['delete', 'communities/harbour/members/mo']));
    await allows(commit(world.as('fay'), ['delete', 'communities/harbour/members/mo']));
  });
});

describe('a ban from a community', () => {
  const ban = { by: 'mo', reason: 'Selling something.', at: now };
  const path = 'communities/harbour/bans/ben';

  it('comes with the removal of the member', async () => {
    await refuses(commit(world.as('mo'), ['set', path, ban]));
    await allows(commit(world.as('mo'), ['set', path, ban], ['delete', 'communities/harbour/members/ben']));
  });

  it('is made in one’s own name, now, by a moderator', async () => {
    const eve = 'communities/harbour/bans/eve';
    await refuses(commit(world.as('ada'), ['set', eve, { ...ban, by: 'ada' }]));
    await refuses(commit(world.as('mo'), ['set', eve, { ...ban, by: 'fay' }]));
    await refuses(commit(world.as('mo'), ['set', eve, { ...ban, at: past }]));
    await allows(commit(world.as('mo'), ['set', eve, ban]));
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
    await refuses(commit(world.as('eve'), ['delete', eve]));
    await refuses(commit(world.as('mo'), ['update', eve, { reason: 'other' }]));
    await allows(commit(world.as('mo'), ['delete', eve]));
  });
});

it('the access code of a closed community is read and written by no client', async () => {
  for (const uid of ['fay', 'ada', 'eve']) {
    await refuses(getDoc(doc(world.as(uid), 'communities/harbour/private/access')));
    await refuses(commit(world.as(uid), ['set', 'communities/cove/private/access', { codeHash: 'y' }]));
  }
});
