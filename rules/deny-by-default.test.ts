import { myMembershipsQuery } from '@sameboat/model/queries';
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  where,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ask } from './ask.ts';
import { future, past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.begin({ ...seed, 'sanctions/bea': sanction({ banned: true }), 'users/bea/inbox/evening': {} });
});
afterAll(() => world.close());

// First of all: a suite without rules would allow everything and prove nothing.
it('the rules are loaded: nobody reads a document that no rule names', async () => {
  await refuses(getDoc(doc(world.as('ada'), 'elsewhere/a')));
});

const everyDocument = Object.keys(seed);

describe('somebody who is not signed in', () => {
  it.each(everyDocument)('reads nothing at %s', async (path) => {
    await refuses(getDoc(doc(world.nobody(), path)));
  });

  it.each([...new Set(everyDocument.map((path) => path.slice(0, path.lastIndexOf('/'))))])(
    'lists nothing in %s',
    async (path) => {
      await refuses(getDocs(query(collection(world.nobody(), path), limit(10))));
    },
  );

  it.each(everyDocument)('writes and deletes nothing at %s', async (path) => {
    await refuses(setDoc(doc(world.nobody(), path), { a: 1 }));
    await refuses(deleteDoc(doc(world.nobody(), path)));
  });
});

describe('somebody with an account who belongs to nothing', () => {
  const visible = /^(users\/\w+|handles\/\w+|communities\/harbour|chats\/home)$/;

  it.each(everyDocument.filter((path) => !visible.test(path) && !path.includes('/eve')))(
    'reads nothing at %s',
    async (path) => {
      await refuses(getDoc(doc(world.as('eve'), path)));
    },
  );

  it.each(everyDocument.filter((path) => !path.includes('eve')))(
    'overwrites and deletes nothing at %s',
    async (path) => {
      await refuses(setDoc(doc(world.as('eve'), path), { a: 1 }));
      await refuses(setDoc(doc(world.as('eve'), path), { a: 1 }, { merge: true }));
      await refuses(deleteDoc(doc(world.as('eve'), path)));
    },
  );

  it.each([
    'users',
    'handles',
    'people',
    'communities',
    'communityNames',
    'chats',
    'circles',
    'reports',
    'sanctions',
    'audit',
    'chats/evening/members',
    'chats/evening/messages',
    'chats/evening/typing',
    'communities/harbour/members',
    'communities/harbour/bans',
    'communities/harbour/private',
    'circles/ring/members',
    'circles/ring/lobby',
    'users/ada/inbox',
    'users/ada/blocks',
    'users/ada/private',
    'users/ada/notifications',
  ])('lists nothing in %s', async (path) => {
    await refuses(getDocs(query(collection(world.as('eve'), path), limit(10))));
  });

  it.each(['members', 'messages', 'inbox', 'private', 'blocks', 'typing', 'lobby', 'bans', 'notifications'])(
    'lists nothing in the collection group %s',
    async (name) => {
      await refuses(getDocs(query(collectionGroup(world.as('eve'), name), limit(10))));
    },
  );

  it("does not list another's memberships across collections", async () => {
    await refuses(ask(world.as('eve'), myMembershipsQuery('ada')));
    await allows(ask(world.as('eve'), myMembershipsQuery('eve')));
  });
});

describe('a guest', () => {
  it.each(everyDocument.filter((path) => !/pair|ring|^circles/.test(path)))(
    'reads nothing at %s',
    async (path) => {
      await refuses(getDoc(doc(world.guest('gus'), path)));
    },
  );

  it('lists no communities, and no memberships', async () => {
    await refuses(
      getDocs(
        query(collection(world.guest('gus'), 'communities'), where('visibility', '==', 'open'), limit(10)),
      ),
    );
    await refuses(
      getDocs(query(collectionGroup(world.guest('gus'), 'members'), where('uid', '==', 'gus'), limit(10))),
    );
  });
});

describe('somebody banned', () => {
  it.each([
    'users/ada',
    'handles/ada_h',
    'communities/harbour',
    'users/bea/inbox/evening',
    'users/bea/private/profile',
  ])('reads nothing at %s while the ban lasts, and reads it again afterwards', async (path) => {
    await refuses(getDoc(doc(world.as('bea'), path)));
    await world.add({ 'sanctions/bea': sanction({ banned: true, until: past }) });
    await allows(getDoc(doc(world.as('bea'), path)));
    await world.add({ 'sanctions/bea': sanction({ banned: true, until: future }) });
    await refuses(getDoc(doc(world.as('bea'), path)));
  });

  it('may read why', async () => {
    await allows(getDoc(doc(world.as('bea'), 'sanctions/bea')));
  });
});
