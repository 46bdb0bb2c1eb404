import { now } from '@sameboat/model/fixtures/fixture-time';
import { newHandle } from '@sameboat/model/handle';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import { newUser } from '@sameboat/model/user';
import { collection, doc, getDoc, getDocs, limit, query } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { future, past, world as seed } from './seed.ts';
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
    await refuses(show('users/ben/avatar/f1'));
    await allows(show('users/ada/avatar/f1'));
  });

  it('changes its handle by claiming the new and freeing the old in one batch', async () => {
    const rename = ['update', 'users/ada', { handle: 'ada_new', updatedAt: now }] as const;
    const claim = ['set', 'handles/ada_new', newHandle('ada')] as const;
    const free = ['delete', 'handles/ada_h'] as const;
    await refuses(commit(world.as('ada'), rename));
    await refuses(commit(world.as('ada'), rename, claim));
    await refuses(commit(world.as('ada'), rename, free));
    await allows(commit(world.as('ada'), rename, claim, free));
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
    await allows(commit(world.as('ada'), ['set', 'users/ada/blocks/ben', { since: now }]));
    await refuses(commit(world.as('ada'), ['set', 'users/ada/blocks/cleo', { since: past }]));
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

  it('has the name of its person and is written by nobody else', async () => {
    await commit(world.as('ada'), ['set', 'users/ada/private/profile', found]);
    for (const change of [{ handle: 'ben_h' }, { displayName: 'Ben' }, { avatar: 'users/ada/avatar/f9' }]) {
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

  it('is not listed by a query, which could not leave out whom a block keeps apart', async () => {
    await refuses(getDocs(query(collection(world.as('ben'), 'people'), limit(1))));
  });
});
