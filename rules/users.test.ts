import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { newHandle } from '@sameboat/model/handle';
import { pacedActs, paceQuotas } from '@sameboat/model/pace';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import { newUploadTicket } from '@sameboat/model/upload-ticket';
import { newUser } from '@sameboat/model/user';
import {
  collection,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  Timestamp,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { counting } from './acts.ts';
import { future, inboxRow, longAgo, past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

describe('a profile', () => {
  const dan = newUser({ handle: 'dan', displayName: 'Dan' }, now);

  it('is read by everybody with an account, and by no guest', async () => {
    await allows(getDoc(doc(world.as('eve'), 'users/ada')));
    await refuses(getDoc(doc(world.guest('gus'), 'users/ada')));
  });

  it('is created by its owner together with the handle, not without it', async () => {
    await refuses(commit(world.as('dan'), ['set', 'users/dan', dan]));
    await allows(
      commit(world.as('dan'), ['set', 'users/dan', dan], ['set', 'handles/dan', newHandle('dan')]),
    );
  });

  it('is not created for somebody else, nor by a guest', async () => {
    const writes = [
      ['set', 'users/dan', dan],
      ['set', 'handles/dan', newHandle('dan')],
    ] as const;
    await refuses(commit(world.as('eve'), ...writes));
    await refuses(commit(world.guest('dan'), ...writes));
  });

  it('is not created for somebody else, nor by a guest, when its handle is claimed already', async () => {
    await world.add({ 'handles/dan': newHandle('dan') });
    await refuses(commit(world.as('eve'), ['set', 'users/dan', dan]));
    await refuses(commit(world.guest('dan'), ['set', 'users/dan', dan]));
    await allows(commit(world.as('dan'), ['set', 'users/dan', dan]));
  });

  it('does not take a handle that somebody holds, by no order of writes', async () => {
    const user = newUser({ handle: 'ada_h', displayName: 'Dan' }, now);
    await refuses(commit(world.as('dan'), ['set', 'users/dan', user]));
    await refuses(
      commit(world.as('dan'), ['set', 'users/dan', user], ['set', 'handles/ada_h', newHandle('dan')]),
    );
    await refuses(
      commit(
        world.as('dan'),
        ['delete', 'handles/ada_h'],
        ['set', 'users/dan', user],
        ['set', 'handles/ada_h', newHandle('dan')],
      ),
    );
  });

  it('goes to one of two people who claim the same handle at the same time', async () => {
    const claim = (uid: string) =>
      commit(
        world.as(uid),
        ['set', `users/${uid}`, newUser({ handle: 'same', displayName: uid }, now)],
        ['set', 'handles/same', newHandle(uid)],
      );
    const outcomes = await Promise.allSettled([claim('dan'), claim('dora')]);
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    if (won.length !== 1) throw new Error(`${won.length} people hold the handle.`);
  });

  it('has the times of the server, not of the writer', async () => {
    const writes = (user: object) =>
      [
        ['set', 'users/dan', user],
        ['set', 'handles/dan', newHandle('dan')],
      ] as const;
    await refuses(commit(world.as('dan'), ...writes({ ...dan, createdAt: past })));
    await refuses(commit(world.as('dan'), ...writes({ ...dan, updatedAt: future })));
  });

  it('is changed by its owner and nobody else', async () => {
    const change = { displayName: 'Ada L.', bio: 'Hello', updatedAt: now };
    await allows(commit(world.as('ada'), ['update', 'users/ada', change]));
    await refuses(commit(world.as('eve'), ['update', 'users/ada', change]));
    await refuses(commit(world.as('ada'), ['update', 'users/ada', { displayName: 'Ada' }]));
  });

  it('never changes its kind or its age, nor gains a field', async () => {
    for (const change of [{ kind: 'bot' }, { createdAt: now }, { role: 'admin' }, { 'bio.html': '<b>' }]) {
      await refuses(commit(world.as('ada'), ['update', 'users/ada', { ...change, updatedAt: now }]));
    }
  });

  it("does not show another person's picture", async () => {
    const show = (avatar: string) =>
      commit(world.as('ada'), ['update', 'users/ada', { avatar, updatedAt: now }]);
    await refuses(show(`users/ben/avatar/${autoId('f1')}`));
    await allows(show(`users/ada/avatar/${autoId('f1')}`));
  });

  it('changes its handle by claiming the new and freeing the old in one batch', async () => {
    const rename = ['update', 'users/ada', { handle: 'ada_new', updatedAt: now }] as const;
    const claim = ['set', 'handles/ada_new', newHandle('ada')] as const;
    const free = ['delete', 'handles/ada_h'] as const;
    const count = counting('ada', 'handle', 'ada_new');
    await refuses(commit(world.as('ada'), rename, count));
    await refuses(commit(world.as('ada'), rename, claim, count));
    await refuses(commit(world.as('ada'), rename, free, count));
    await refuses(commit(world.as('ada'), rename, claim, free));
    await allows(commit(world.as('ada'), rename, claim, free, count));
  });

  it('gives a handle to one of two people who change to it at the same time, and leaves the other as they were', async () => {
    const change = (uid: string) =>
      commit(
        world.as(uid),
        ['update', `users/${uid}`, { handle: 'same', updatedAt: now }],
        ['set', 'handles/same', newHandle(uid)],
        ['delete', `handles/${uid}_h`],
        counting(uid, 'handle', 'same'),
      );
    const outcomes = await Promise.allSettled([change('ada'), change('ben')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [winner, loser] = outcomes[0]?.status === 'fulfilled' ? ['ada', 'ben'] : ['ben', 'ada'];
    const read = async (path: string) => (await getDoc(doc(world.as('eve'), path))).data();
    expect(await read('handles/same')).toEqual({ uid: winner });
    expect(await read(`handles/${winner}_h`)).toBeUndefined();
    expect(await read(`handles/${loser}_h`)).toEqual({ uid: loser });
    expect((await read(`users/${loser}`))?.handle).toBe(`${loser}_h`);
  });

  it('changes to no handle that somebody holds, and frees no handle but its own', async () => {
    const change = (to: string, freed: string) =>
      commit(
        world.as('ada'),
        ['update', 'users/ada', { handle: to, updatedAt: now }],
        ['set', `handles/${to}`, newHandle('ada')],
        ['delete', `handles/${freed}`],
        counting('ada', 'handle', to),
      );
    await refuses(change('ben_h', 'ada_h'));
    await refuses(change('ada_new', 'ben_h'));
    await allows(change('ada_new', 'ada_h'));
  });

  it('is neither made nor changed by people who may not write', async () => {
    const create = [
      ['set', 'users/dan', dan],
      ['set', 'handles/dan', newHandle('dan')],
    ] as const;
    const change = ['update', 'users/ada', { bio: 'Hello', updatedAt: now }] as const;
    const denied = sanction({ denied: ['write'] });
    await world.add({ 'sanctions/ada': denied, 'sanctions/dan': denied });
    await refuses(commit(world.as('dan'), ...create));
    await refuses(commit(world.as('ada'), change));
    const other = sanction({ denied: ['direct'] });
    await world.add({ 'sanctions/ada': other, 'sanctions/dan': other });
    await allows(commit(world.as('dan'), ...create));
    await allows(commit(world.as('ada'), change));
  });

  it('is not deleted by a client', async () => {
    await refuses(commit(world.as('ada'), ['delete', 'users/ada']));
  });
});

describe('a handle', () => {
  it('is looked up by everybody with an account, one at a time', async () => {
    await allows(getDoc(doc(world.as('eve'), 'handles/ada_h')));
    await allows(getDoc(doc(world.as('eve'), 'handles/free')));
    await refuses(getDocs(query(collection(world.as('eve'), 'handles'), limit(1))));
    await refuses(getDoc(doc(world.guest('gus'), 'handles/ada_h')));
  });

  it('is not hoarded: who holds one claims no second', async () => {
    await refuses(commit(world.as('ada'), ['set', 'handles/second', newHandle('ada')]));
  });

  it('is not given away, taken over, or freed while it is in use', async () => {
    await refuses(commit(world.as('ada'), ['update', 'handles/ada_h', { uid: 'ben' }]));
    await refuses(commit(world.as('ben'), ['update', 'handles/ada_h', { uid: 'ben' }]));
    await refuses(commit(world.as('ada'), ['delete', 'handles/ada_h']));
    await refuses(commit(world.as('ben'), ['delete', 'handles/ada_h']));
  });
});

describe('what is private', () => {
  it.each(['profile', 'settings'])('%s is read by its owner alone', async (name) => {
    await allows(getDoc(doc(world.as('ada'), `users/ada/private/${name}`)));
    await refuses(getDoc(doc(world.as('ben'), `users/ada/private/${name}`)));
    await refuses(getDoc(doc(world.as('sam', { role: 'admin' }), `users/ada/private/${name}`)));
  });

  it.each([
    ['profile', { topics: ['grief'], updatedAt: now }],
    ['settings', { theme: 'dark', updatedAt: now }],
  ])('%s is changed by its owner alone, at the time of the server', async (name, change) => {
    await allows(commit(world.as('ada'), ['update', `users/ada/private/${name}`, change]));
    await refuses(commit(world.as('ben'), ['update', `users/ada/private/${name}`, change]));
    await refuses(
      commit(world.as('ada'), ['update', `users/ada/private/${name}`, { ...change, updatedAt: past }]),
    );
    await refuses(commit(world.guest('ada'), ['update', `users/ada/private/${name}`, change]));
  });

  it('has no third document, and is not deleted', async () => {
    await refuses(commit(world.as('ada'), ['set', 'users/ada/private/other', { a: 1 }]));
    await refuses(commit(world.as('ada'), ['delete', 'users/ada/private/profile']));
    await refuses(commit(world.as('ada'), ['delete', 'users/ada/private/settings']));
  });
});

describe('a block', () => {
  it('is seen by who made it and not by whom it is against', async () => {
    await allows(getDoc(doc(world.as('ada'), 'users/ada/blocks/eve')));
    await refuses(getDoc(doc(world.as('eve'), 'users/ada/blocks/eve')));
    await refuses(getDocs(query(collection(world.as('eve'), 'users/ada/blocks'), limit(1))));
  });

  it('is made and lifted by its owner alone, never against oneself, never backdated', async () => {
    await allows(commit(world.as('ada'), ['set', 'users/ada/blocks/fay', { since: now }]));
    await refuses(commit(world.as('ada'), ['set', 'users/ada/blocks/mo', { since: past }]));
    await refuses(commit(world.as('ada'), ['set', 'users/ada/blocks/ada', { since: now }]));
    await refuses(commit(world.as('eve'), ['set', 'users/ada/blocks/cleo', { since: now }]));
    await refuses(commit(world.as('ada'), ['set', 'users/ada/blocks/c.l', { since: now }]));
    await refuses(commit(world.as('eve'), ['delete', 'users/ada/blocks/eve']));
    await allows(commit(world.as('ada'), ['delete', 'users/ada/blocks/eve']));
  });

  it('does not change once made', async () => {
    await refuses(commit(world.as('ada'), ['update', 'users/ada/blocks/eve', { since: now }]));
  });
});

describe('an inbox row', () => {
  it('is read by its owner alone', async () => {
    await allows(getDoc(doc(world.as('ada'), 'users/ada/inbox/evening')));
    await refuses(getDoc(doc(world.as('ben'), 'users/ada/inbox/evening')));
  });

  it('is not written by its owner, nor deleted, nor changed by others', async () => {
    await refuses(commit(world.as('ada'), ['set', 'users/ada/inbox/other', { muted: true }]));
    await refuses(commit(world.as('ada'), ['delete', 'users/ada/inbox/evening']));
    await refuses(commit(world.as('ben'), ['update', 'users/ada/inbox/evening', { muted: true }]));
  });

  it('has a read position that goes forward only and never into the future', async () => {
    const read = (readAt: unknown) =>
      commit(world.as('ada'), ['update', 'users/ada/inbox/evening', { readAt }]);
    await refuses(read(new Date(past.toMillis() - 1)));
    await refuses(read(future));
    await refuses(read(null));
    await allows(read(new Date(past.toMillis() + 1)));
    await allows(read(now));
  });

  it('is marked as unread by its owner: back to a read position of any time, with the counts from there', async () => {
    const mark = (change: object = {}) =>
      commit(world.as('ada'), [
        'update',
        'users/ada/inbox/evening',
        {
          readAt: new Date(past.toMillis() - 2),
          unread: 3,
          mentions: 1,
          countedTo: past,
          markedAt: now,
          ...change,
        },
      ]);
    await refuses(mark({ markedAt: past }));
    await refuses(mark({ markedAt: future }));
    await refuses(mark({ markedAt: 'now' }));
    await refuses(mark({ readAt: past }));
    await refuses(mark({ readAt: null }));
    await refuses(mark({ readAt: 'today' }));
    await refuses(mark({ countedTo: future }));
    await refuses(mark({ countedTo: '9999' }));
    await refuses(mark({ unread: 0 }));
    await refuses(mark({ unread: 101, mentions: 0 }));
    await refuses(mark({ unread: 2.5 }));
    await refuses(mark({ mentions: 4 }));
    await refuses(mark({ mentions: -1 }));
    await refuses(mark({ mentions: 'one' }));
    await refuses(mark({ muted: true }));
    await refuses(mark({ name: 'Mine' }));
    await refuses(
      commit(world.as('ben'), ['update', 'users/ada/inbox/evening', { markedAt: now, unread: 1 }]),
    );
    await allows(mark());
    await allows(mark({ unread: 100, mentions: 100 }));
  });

  it('is not marked as unread with counts that lack its newest message', async () => {
    const row = 'users/ada/inbox/evening';
    const mark = (countedTo: unknown) => {
      const readAt = new Date(past.toMillis() - 2);
      return commit(world.as('ada'), [
        'update',
        row,
        { readAt, unread: 1, mentions: 0, countedTo, markedAt: now },
      ]);
    };
    await world.add({
      [row]: { ...inboxRow('group'), last: { text: 'Hi', senderId: 'ben', senderName: 'Ben', at: past } },
    });
    await refuses(mark(new Date(past.toMillis() - 1)));
    await allows(mark(past));
  });

  it('does not go back in any other way', async () => {
    const back = { readAt: new Date(past.toMillis() - 1) };
    await refuses(commit(world.as('ada'), ['update', 'users/ada/inbox/evening', { ...back, unread: 1 }]));
    await refuses(
      commit(world.as('ada'), ['update', 'users/ada/inbox/evening', { ...back, countedTo: past }]),
    );
  });

  it('keeps its counts and its words through nested writes', async () => {
    const row = 'users/ada/inbox/evening';
    await refuses(commit(world.as('ada'), ['update', row, { muted: true, unread: 0 }]));
    await refuses(commit(world.as('ada'), ['update', row, { 'last.text': 'mine' }]));
    await refuses(commit(world.as('ada'), ['update', row, { 'muted.deep': true }]));
  });
});

describe('a notification', () => {
  const path = 'users/ada/notifications/n1';

  it('is read, marked and deleted by its owner alone', async () => {
    await allows(getDoc(doc(world.as('ada'), path)));
    await refuses(getDoc(doc(world.as('ben'), path)));
    await refuses(commit(world.as('ben'), ['update', path, { seenAt: now }]));
    await refuses(commit(world.as('ben'), ['delete', path]));
    await allows(commit(world.as('ada'), ['update', path, { seenAt: now, readAt: now }]));
    await allows(commit(world.as('ada'), ['delete', path]));
  });

  it('is marked once, now, and says what it said', async () => {
    await refuses(commit(world.as('ada'), ['update', path, { seenAt: past }]));
    await refuses(commit(world.as('ada'), ['update', path, { readAt: past }]));
    await refuses(commit(world.as('ada'), ['update', path, { text: 'Ben praised you' }]));
    await allows(commit(world.as('ada'), ['update', path, { seenAt: now }]));
    await refuses(commit(world.as('ada'), ['update', path, { seenAt: now }]));
  });

  it('is not written by a client', async () => {
    await refuses(commit(world.as('ada'), ['set', 'users/ada/notifications/n2', { text: 'x' }]));
  });
});

describe('a listing for the search of people', () => {
  const listing = {
    handle: 'ada_h',
    displayName: 'ada',
    avatar: null,
    topics: [],
    place: null,
    lastActiveAt: null,
    updatedAt: now,
  };
  const found = { ...newPrivateProfile(now), discoverable: true };

  it('is there only for who chose to be found', async () => {
    await refuses(commit(world.as('ada'), ['set', 'people/ada', listing]));
    await allows(
      commit(world.as('ada'), ['set', 'users/ada/private/profile', found], ['set', 'people/ada', listing]),
    );
  });

  it('goes when its person no longer wants to be found', async () => {
    await commit(
      world.as('ada'),
      ['set', 'users/ada/private/profile', found],
      ['set', 'people/ada', listing],
    );
    const hide = ['set', 'users/ada/private/profile', newPrivateProfile(now)] as const;
    await refuses(commit(world.as('ada'), hide));
    await allows(commit(world.as('ada'), hide, ['delete', 'people/ada']));
  });

  it('changes its picture together with the profile, and is active at that moment if it says when', async () => {
    await world.add({
      'users/ada/private/profile': { ...found, updatedAt: past },
      'people/ada': { ...listing, lastActiveAt: past, updatedAt: past },
    });
    const avatar = `users/ada/avatar/${autoId('f8')}`;
    const show = ['update', 'users/ada', { avatar, updatedAt: now }] as const;
    const list = (change: object) => ['update', 'people/ada', { avatar, updatedAt: now, ...change }] as const;
    await refuses(commit(world.as('ada'), list({ lastActiveAt: now })));
    await refuses(commit(world.as('ada'), show, list({})));
    await refuses(commit(world.as('ada'), show, list({ lastActiveAt: now, avatar: null })));
    await allows(commit(world.as('ada'), show, list({ lastActiveAt: now })));
  });

  it('has the name of its person and is written by nobody else', async () => {
    await commit(world.as('ada'), ['set', 'users/ada/private/profile', found]);
    for (const change of [
      { handle: 'ben_h' },
      { displayName: 'Ben' },
      { avatar: `users/ada/avatar/${autoId('f9')}` },
    ]) {
      await refuses(commit(world.as('ada'), ['set', 'people/ada', { ...listing, ...change }]));
    }
    await refuses(commit(world.as('ben'), ['set', 'people/ada', listing]));
    await refuses(commit(world.guest('ada'), ['set', 'people/ada', listing]));
    await allows(commit(world.as('ada'), ['set', 'people/ada', listing]));
    await refuses(commit(world.as('ben'), ['delete', 'people/ada']));
  });

  it('is not seen by who blocked its person, nor by whom its person blocked', async () => {
    await world.add({
      'people/ada': { ...listing, updatedAt: past },
      'users/cleo/blocks/ada': { since: past },
    });
    await allows(getDoc(doc(world.as('ben'), 'people/ada')));
    await allows(getDoc(doc(world.as('ada'), 'people/ada')));
    await refuses(getDoc(doc(world.as('eve'), 'people/ada')));
    await refuses(getDoc(doc(world.as('cleo'), 'people/ada')));
    await refuses(getDoc(doc(world.guest('gus'), 'people/ada')));
  });

  it('that does not exist is refused as one that a block hides', async () => {
    await refuses(getDoc(doc(world.as('eve'), 'people/ada')));
    await refuses(getDoc(doc(world.as('eve'), 'people/nobody')));
    await allows(getDoc(doc(world.as('eve'), 'people/eve')));
  });

  it('is not changed by people who may not write', async () => {
    await world.add({ 'users/ada/private/profile': { ...found, updatedAt: past } });
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(commit(world.as('ada'), ['set', 'people/ada', listing]));
    await world.add({ 'sanctions/ada': sanction({}) });
    await allows(commit(world.as('ada'), ['set', 'people/ada', listing]));
  });

  it('is not listed by a query, which could not leave out whom a block keeps apart', async () => {
    await refuses(getDocs(query(collection(world.as('ben'), 'people'), limit(1))));
  });
});

describe('a counter of acts', () => {
  const path = 'users/ada/pace/report';
  const since = Timestamp.fromMillis(Date.now() - 3_600_000);
  const write = (data: object, uid = 'ada') => commit(world.as(uid), ['set', path, data]);

  it('is read and written by its owner alone, and never deleted', async () => {
    const first = { since: now, count: 1, id: autoId('r') };
    await refuses(write(first, 'eve'));
    await allows(write(first));
    await allows(getDoc(doc(world.as('ada'), path)));
    await refuses(getDoc(doc(world.as('eve'), path)));
    await refuses(getDocs(query(collection(world.as('ada'), 'users/ada/pace'), limit(5))));
    await refuses(commit(world.as('ada'), ['delete', path]));
  });

  it('counts one by one within its window, up to its quota', async () => {
    await world.add({ [path]: { since, count: 14, id: autoId('r') } });
    await refuses(write({ since, count: 14, id: autoId('r') }));
    await refuses(write({ since, count: 16, id: autoId('r') }));
    await refuses(write({ since: now, count: 1, id: autoId('r') }));
    await refuses(write({ since: past, count: 15, id: autoId('r') }));
    await allows(write({ since, count: 15, id: autoId('r') }));
    await refuses(write({ since, count: 16, id: autoId('s') }));
  });

  it('begins again at one when the window is over', async () => {
    const yesterday = Timestamp.fromMillis(Date.now() - 25 * 3_600_000);
    await world.add({ [path]: { since: yesterday, count: 15, id: autoId('r') } });
    await refuses(write({ since: yesterday, count: 16, id: autoId('s') }));
    await refuses(write({ since: now, count: 2, id: autoId('s') }));
    await allows(write({ since: now, count: 1, id: autoId('s') }));
  });

  it('goes further for a verified address with a profile older than a day, and only for both', async () => {
    const verified = world.as('ada');
    const next = (database: Firestore) =>
      commit(database, ['set', path, { since, count: 16, id: autoId('s') }]);
    await world.add({ [path]: { since, count: 15, id: autoId('r') } });
    await refuses(next(verified));
    await world.add({ 'users/ada': { ...seed['users/ada'], createdAt: longAgo } });
    await refuses(next(world.as('ada', { email_verified: false })));
    await allows(next(verified));
  });

  it('is for acts that there are, and for people with a profile', async () => {
    const first = { since: now, count: 1, id: autoId('r') };
    await refuses(commit(world.as('ada'), ['set', 'users/ada/pace/dance', first]));
    await refuses(commit(world.as('dan'), ['set', 'users/dan/pace/report', first]));
    await refuses(commit(world.guest('gus'), ['set', 'users/gus/pace/joinCommunity', first]));
    await allows(commit(world.guest('gus'), ['set', 'users/gus/pace/report', first]));
  });

  it.each(pacedActs)('has the quota for %s that the model says', async (act) => {
    const { windowMs, others, settled } = paceQuotas[act];
    const counter = `users/ada/pace/${act}`;
    const inside = Timestamp.fromMillis(Date.now() - windowMs + 30_000);
    const at = (count: number, database = world.as('ada')) =>
      commit(database, ['set', counter, { since: inside, count, id: autoId('x') }]);
    // Only somebody who may join a chat counts as joining it.
    await world.add({ [`chats/${autoId('x')}`]: seed['chats/evening'] ?? {} });
    await world.add({ [counter]: { since: inside, count: others, id: autoId('x') } });
    await refuses(at(others + 1));
    if (others > 0) {
      await world.add({ [counter]: { since: inside, count: others - 1, id: autoId('x') } });
      await allows(at(others));
    }
    const verified = world.as('ada');
    await world.add({
      'users/ada': { ...seed['users/ada'], createdAt: longAgo },
      [counter]: { since: inside, count: settled - 1, id: autoId('x') },
    });
    await allows(at(settled, verified));
    await refuses(at(settled + 1, verified));
    const outside = Timestamp.fromMillis(Date.now() - windowMs - 1);
    await world.add({ [counter]: { since: outside, count: settled, id: autoId('x') } });
    await allows(commit(verified, ['set', counter, { since: now, count: 1, id: autoId('x') }]));
  });
});

describe('a ticket for an upload', () => {
  const id = autoId('file');
  const ask = (uid: string, target: string, file = id) =>
    commit(
      world.as(uid),
      ['set', `users/${uid}/uploads/${file}`, newUploadTicket(target, now)],
      counting(uid, 'image', file),
    );

  it('is for a chat that the person is heard in', async () => {
    await refuses(ask('cleo', 'chats/evening'));
    await refuses(ask('ada', 'chats/nowhere'));
    await allows(ask('ada', 'chats/evening'));
    await allows(ask('ben', 'chats/dm_ada_ben'));
  });

  it('is not for a request that waits, nor for a private chat that has ended or met a block', async () => {
    await refuses(ask('ada', 'chats/dm_ada_cleo'));
    await world.add({ 'users/ben/blocks/ada': { since: past } });
    await refuses(ask('ada', 'chats/dm_ada_ben'));
    await world.add({ 'chats/dm_ada_ben': { ...seed['chats/dm_ada_ben'], endedAt: past } });
    await refuses(ask('ben', 'chats/dm_ada_ben'));
  });

  it('is for a match until it expires, for its guests', async () => {
    const guest = () =>
      commit(
        world.guest('gus'),
        ['set', `users/gus/uploads/${id}`, newUploadTicket('chats/pair', now)],
        counting('gus', 'image', id),
      );
    await world.add({ 'chats/pair': { ...seed['chats/pair'], expiresAt: past } });
    await refuses(guest());
    await world.add({ 'chats/pair': seed['chats/pair'] ?? {} });
    await allows(guest());
  });

  it('is for a community that the person moderates, and for their own profile', async () => {
    await refuses(ask('ada', 'communities/harbour'));
    await allows(ask('mo', 'communities/harbour'));
    await refuses(ask('ada', 'users/ben'));
    await allows(ask('ada', 'users/ada'));
  });

  it('is counted, one for each picture, and says nothing by its id', async () => {
    const ticket = ['set', `users/ada/uploads/${id}`, newUploadTicket('chats/evening', now)] as const;
    await refuses(commit(world.as('ada'), ticket));
    await refuses(commit(world.as('ada'), ticket, counting('ada', 'image', autoId('other'))));
    await refuses(ask('ada', 'chats/evening', 'grief'));
    await allows(commit(world.as('ada'), ticket, counting('ada', 'image', id)));
  });

  it('is refused to people who may not write', async () => {
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(ask('ada', 'chats/evening'));
    await refuses(ask('ada', 'users/ada'));
  });

  it('is seen and given back by its owner, and not renewed', async () => {
    const path = `users/ada/uploads/${id}`;
    await world.add({ [path]: newUploadTicket('chats/evening', past) });
    await allows(getDoc(doc(world.as('ada'), path)));
    await refuses(getDoc(doc(world.as('ben'), path)));
    await refuses(commit(world.as('ada'), ['update', path, { at: now }], counting('ada', 'image', id)));
    await refuses(commit(world.as('ben'), ['delete', path]));
    await allows(commit(world.as('ada'), ['delete', path]));
  });
});
