import { newDirectChat } from '@sameboat/model/chat';
import { chatJoiner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import { founderMember, joiningMember } from '@sameboat/model/community-member';
import { newCommunityName } from '@sameboat/model/community-name';
import { dayOf } from '@sameboat/model/day';
import { findPeoplePacePath } from '@sameboat/model/find-people';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { rotterdam } from '@sameboat/model/fixtures/place';
import { newHandle } from '@sameboat/model/handle';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import {
  communitiesQuery,
  communityMembersQuery,
  everyCommunityMemberQuery,
  inboxQuery,
} from '@sameboat/model/queries';
import { newReport } from '@sameboat/model/report';
import { communityNameKey } from '@sameboat/model/slug';
import { newUser } from '@sameboat/model/user';
import { Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { counting, logging, sending } from '../acts.ts';
import { past, sanction, world as seed, settled } from '../seed.ts';
import { openWorld, type World } from '../world.ts';
import type { Write } from '../write.ts';
import { doorsOf } from './doors.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

const ada = { uid: 'ada' };
const eve = { uid: 'eve' };
const newId = autoId('new');

async function founding(
  name: string,
  change: object = {},
  id = newId,
  uid = 'eve',
): Promise<readonly Write[]> {
  const community = {
    ...newCommunity(
      {
        name,
        about: '',
        rules: '',
        topic: 'sleep',
        place: null,
        visibility: 'open',
        today: dayOf(Date.now()),
      },
      now,
    ),
    ...change,
  };
  return [
    ['set', `communities/${id}`, community],
    ['set', `communityNames/${await communityNameKey(community.slug)}`, newCommunityName(id)],
    ['set', `communities/${id}/members/${uid}`, founderMember(uid, now)],
    counting(uid, 'createCommunity', id),
  ];
}

describe.each(doorsOf(() => world))('through $name', ({ read, list, write }) => {
  it('nobody walks through the communities to write down who lives with what', async () => {
    const ids = Array.from({ length: 6 }, (_, index) => autoId(`place${index}`));
    await world.add(
      Object.fromEntries(ids.map((id) => [`communities/${id}`, seed['communities/harbour'] ?? {}])),
    );
    const since = Timestamp.fromMillis(Date.now() - 1_000);
    const join = (id: string, before: number): readonly Write[] => [
      ['set', `communities/${id}/members/eve`, joiningMember('eve', now)],
      counting('eve', 'joinCommunity', id, before === 0 ? undefined : { since, count: before }),
    ];
    const [first = '', second = '', ...others] = ids;
    // All at once, or each with the count of the first.
    expect(
      await write(eve, ...join(first, 0), [
        'set',
        `communities/${second}/members/eve`,
        joiningMember('eve', now),
      ]),
    ).toBe('refused');
    expect(await write(eve, ...join(first, 0))).toBe('allowed');
    expect(await write(eve, ...join(second, 0).slice(0, 1))).toBe('refused');
    await world.add({ 'users/eve/pace/joinCommunity': { since, count: 5, id: second } });
    expect(await write(eve, ...join(others[0] ?? '', 5))).toBe('refused');
    expect(await write(eve, ['delete', 'users/eve/pace/joinCommunity'])).toBe('refused');
    // Inside, on the first day, nobody is listed; later those who chose it; one by one nobody else.
    expect(await list(eve, communityMembersQuery(first))).toBe('refused');
    expect(await list(ada, everyCommunityMemberQuery('harbour'))).toBe('refused');
    expect(await read(ada, 'communities/harbour/members/cleo')).toBe('refused');
    expect(await list(ada, communityMembersQuery('harbour'))).toBe('allowed');
  });

  it('a community tells people outside neither its founder nor how many there are', async () => {
    expect(await read(eve, 'communities/harbour/private/facts')).toBe('refused');
    expect(Object.keys(seed['communities/harbour'] ?? {})).not.toContain('founderId');
    expect(Object.keys(seed['communities/harbour'] ?? {})).not.toContain('memberCount');
    expect(await read(ada, 'communities/harbour/private/facts')).toBe('allowed');
  });

  it('a listing that a block hides is refused as one that does not exist', async () => {
    await world.add({ 'people/ben': { handle: 'ben_h' }, 'users/ben/blocks/eve': { since: past } });
    const blocked = await read(eve, 'people/ben');
    expect(await read(eve, 'people/nobody')).toBe(blocked);
    expect(await read(ada, 'people/ben')).toBe('allowed');
  });

  it('what a person keeps for themself or shows to their communities is read by nobody else', async () => {
    await world.add({
      'users/ada/private/profile': { ...newPrivateProfile(past), bio: 'Mine', topics: ['grief'] },
      'communities/harbour/members/ada': { ...joiningMember('ada', past), shows: { bio: 'Ours' } },
    });
    for (const actor of [eve, { uid: 'mo' }, { uid: 'sam', claims: { role: 'admin' } }])
      expect(await read(actor, 'users/ada/private/profile'), actor.uid).toBe('refused');
    // Ada is not listed: only those who run the community see her membership.
    for (const actor of [eve, { uid: 'ben' }, { uid: 'sam', claims: { role: 'admin' } }])
      expect(await read(actor, 'communities/harbour/members/ada'), actor.uid).toBe('refused');
    expect(await read({ uid: 'mo' }, 'communities/harbour/members/ada')).toBe('allowed');
  });

  it('the search of people is not gone around: no list, and no counter of one’s own', async () => {
    const people = { collection: 'people', group: false, where: [], orderBy: [], limit: 1 };
    expect(await list(eve, people)).toBe('refused');
    const about = { field: 'handle', op: '==', value: 'ada_h' } as const;
    expect(await list(eve, { ...people, where: [about] })).toBe('refused');
    expect(await write(eve, ['set', findPeoplePacePath('eve'), { since: now, count: 1, id: 'eve' }])).toBe(
      'refused',
    );
    await world.add({ [findPeoplePacePath('eve')]: { since: past, count: 60, id: 'eve' } });
    expect(await write(eve, ['delete', findPeoplePacePath('eve')])).toBe('refused');
  });

  it('two communities do not share a name under two slugs', async () => {
    await world.add({
      [`communityNames/${await communityNameKey('harbour-evenings')}`]: newCommunityName('harbour'),
    });
    for (const slug of ['harbour-evenings-ж', 'harbour-evenings-', 'harbourevenings', 'HARBOUR-EVENINGS']) {
      expect(await write(eve, ...(await founding('Harbour evenings', { slug }))), slug).toBe('refused');
    }
    for (const name of ['Harbour\u0301 evenings', 'Hаrbour evenings', 'Вечер', '夜の集まり']) {
      expect(await write(eve, ...(await founding(name))), name).toBe('refused');
    }
    expect(await write(eve, ...(await founding('Harbour mornings')))).toBe('allowed');
  });

  it.each([
    '\u2060Ada',
    'A\u200cda',
    'A\u200dda',
    'A\u00adda',
    'Ada\u200f',
    'Ada\u{e0041}',
    '\u3164',
    '\u2800',
    '\u00a0',
    'Otter',
    'OTTER',
  ])('nobody is called %j', async (displayName) => {
    expect(await write(ada, ['update', 'users/ada', { displayName, updatedAt: now }])).toBe('refused');
    expect(await write(ada, ['update', 'users/ada', { displayName: 'Ada B.', updatedAt: now }])).toBe(
      'allowed',
    );
  });

  it('an address that nobody verified founds no community and writes to no stranger', async () => {
    const asking: readonly Write[] = [
      ['set', 'chats/dm_ada_eve', newDirectChat('eve', 'ada', autoId('request'), now)],
      ['set', 'chats/dm_ada_eve/members/eve', chatJoiner('eve', now)],
      counting('eve', 'request', 'dm_ada_eve'),
    ];
    await world.add(settled('eve'));
    for (const writes of [await founding('Throwaway cove'), asking]) {
      for (const email_verified of [false, null, 'true'])
        expect(await write({ ...eve, claims: { email_verified } }, ...writes)).toBe('refused');
      expect(await write(eve, ...writes)).toBe('allowed');
    }
  });

  it.each(['otter_', 'otter', 'admin1', 'sameboat_team'])('nobody has the handle %s', async (handle) => {
    const claim = (name: string): readonly Write[] => [
      ['set', 'users/dan', newUser({ handle: name, displayName: 'Dan' }, now)],
      ['set', `handles/${name}`, newHandle('dan')],
    ];
    expect(await write({ uid: 'dan' }, ...claim(handle))).toBe('refused');
    expect(await write({ uid: 'dan' }, ...claim('dan_otten'))).toBe('allowed');
  });

  it('an account without a profile founds and joins nothing', async () => {
    const zoe = { uid: 'zoe' };
    const join: readonly Write[] = [
      ['set', 'communities/harbour/members/zoe', joiningMember('zoe', now)],
      counting('zoe', 'joinCommunity', 'harbour'),
    ];
    const found = await founding('Night owls', {}, newId, 'zoe');
    expect(await write(zoe, ...join)).toBe('refused');
    expect(await write(zoe, ...found)).toBe('refused');
    await world.add({ 'users/zoe': seed['users/eve'] ?? {} });
    expect(await write(zoe, ...join)).toBe('allowed');
    expect(await write(zoe, ...found)).toBe('allowed');
  });

  it('a place carries no free text of its own length or shape', async () => {
    const placed = (place: object) => founding('Night owls', { place });
    for (const place of [
      { ...rotterdam, name: 'Coolsingel 40, ring twice\nask for Ada' },
      { ...rotterdam, geohash: 'u15pxz7' },
      { ...rotterdam, note: 'behind the church' },
      { ...rotterdam, id: 'Rotterdam, my street' },
    ]) {
      expect(await write(eve, ...(await placed(place)))).toBe('refused');
    }
    expect(await write(eve, ...(await placed(rotterdam)))).toBe('allowed');
  });

  it('ids say nothing: no topic, no path, no length of one’s own', async () => {
    const report = newReport(
      { reporterId: 'eve', kind: 'person', path: 'users/ada', reason: 'spam', note: '' },
      now,
    );
    for (const id of ['suicide', 'x'.repeat(1_000), 'eating-disorder']) {
      expect(await write(eve, ['set', `reports/${id}`, report], counting('eve', 'report', id))).toBe(
        'refused',
      );
    }
    expect(await write(eve, ...(await founding('Night owls', {}, 'sleep-in-rotterdam')))).toBe('refused');
    expect(await write(eve, ['set', `reports/${newId}`, report], counting('eve', 'report', newId))).toBe(
      'allowed',
    );
  });

  it('lists are read page by page', async () => {
    expect(await list(eve, { ...communitiesQuery({ topics: [] }), limit: 1_000 })).toBe('refused');
    expect(await list(ada, { ...inboxQuery('ada'), limit: 51 })).toBe('refused');
    expect(await list(eve, communitiesQuery({ topics: [] }))).toBe('allowed');
  });

  it('a moderator or founder who may not write changes no text of a community', async () => {
    const mo = { uid: 'mo' };
    const change = ['update', 'communities/harbour', { about: 'New words' }] as const;
    await world.add({ 'sanctions/mo': sanction({ denied: ['write'] }) });
    expect(await write(mo, change)).toBe('refused');
    await world.add({ 'sanctions/mo': sanction({}) });
    expect(await write(mo, change)).toBe('allowed');
  });

  it('a moderator does nothing to a member without a trace, and makes no trace of what somebody else did', async () => {
    const mo = { uid: 'mo' };
    const member = 'communities/harbour/members/ben';
    const ban: Write = ['set', 'communities/harbour/bans/ben', { by: 'mo', reason: 'Spam.', at: now }];
    const [entry, count] = logging('harbour', 'mo', { act: 'ban', target: 'ben', reason: 'Spam.' });
    const asFay = logging('harbour', 'mo', { act: 'ban', target: 'ben' }, { entry: { actor: 'fay' } });
    const elsewhere = logging('cove', 'mo', { act: 'ban', target: 'ben', reason: 'Spam.' });
    expect(await write(mo, ['delete', member])).toBe('refused');
    expect(await write(mo, ['delete', member], ban)).toBe('refused');
    expect(await write(mo, ['delete', member], ban, count)).toBe('refused');
    expect(await write(mo, ['delete', member], ban, entry)).toBe('refused');
    expect(await write(mo, ['delete', member], ban, ...asFay)).toBe('refused');
    expect(await write(mo, ['delete', member], ban, ...elsewhere)).toBe('refused');
    expect(await write(mo, entry, count)).toBe('refused');
    expect(await write(mo, ['delete', member], ban, entry, count)).toBe('allowed');
    for (const uid of ['mo', 'fay']) {
      expect(await write({ uid }, ['delete', entry[1]])).toBe('refused');
      expect(await write({ uid }, ['update', entry[1], { reason: 'Nothing.' }])).toBe('refused');
    }
    expect(await read(ada, entry[1])).toBe('refused');
    expect(await read({ uid: 'ben' }, entry[1])).toBe('refused');
  });

  it('nobody takes a community from its founder, nor leaves it with two or none', async () => {
    const role = (uid: string, to: string): Write => [
      'update',
      `communities/harbour/members/${uid}`,
      { role: to },
    ];
    const logs = (actor: string, target: string) => logging('harbour', actor, { act: 'handOver', target });
    const mo = { uid: 'mo' };
    const fay = { uid: 'fay' };
    expect(await write(mo, role('fay', 'member'), role('mo', 'founder'), ...logs('mo', 'fay'))).toBe(
      'refused',
    );
    expect(await write(mo, role('mo', 'founder'), ...logs('mo', 'mo'))).toBe('refused');
    expect(await write(fay, role('mo', 'founder'), ...logs('fay', 'mo'))).toBe('refused');
    expect(await write(fay, role('fay', 'member'), ...logs('fay', 'mo'))).toBe('refused');
    expect(await write(fay, ['delete', 'communities/harbour/members/fay'])).toBe('refused');
    expect(await write(mo, ['delete', 'communities/harbour'])).toBe('refused');
    expect(await write(fay, role('fay', 'member'), role('mo', 'founder'), ...logs('fay', 'mo'))).toBe(
      'allowed',
    );
    expect(await write(fay, ['delete', 'communities/harbour'])).toBe('refused');
  });

  it('a deleted account and an old sign-in are refused at once, by every kind of request', async () => {
    const signedIn = (ago: number) => ({
      uid: 'ada',
      claims: { auth_time: Math.floor(Date.now() / 1_000) - ago },
    });
    const acts = async (ago: number) => [
      await read(signedIn(ago), 'users/ben'),
      await read(signedIn(ago), 'chats/evening/messages/m1'),
      await list(signedIn(ago), inboxQuery('ada')),
      await write(signedIn(ago), ...sending('evening', 'ada', { id: autoId(`m${ago}`) })),
    ];
    const refused = ['refused', 'refused', 'refused', 'refused'];
    const allowed = ['allowed', 'allowed', 'allowed', 'allowed'];
    const validAfter = Timestamp.fromMillis(Date.now() - 60_000);
    await world.add({ 'sanctions/ada': sanction({ kind: 'signOut', validAfter, until: past }) });
    expect(await acts(61)).toEqual(refused);
    expect(await acts(30)).toEqual(allowed);
    await world.add({ 'sanctions/ada': sanction({ kind: 'deleted', banned: true, validAfter }) });
    expect(await acts(0)).toEqual(refused);
    // They may still read why.
    expect(await read(signedIn(61), 'sanctions/ada')).toBe('allowed');
  });
});
