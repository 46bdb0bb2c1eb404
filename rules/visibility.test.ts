import { newGroupChat } from '@sameboat/model/chat';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import { joiningMember } from '@sameboat/model/community-member';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { rotterdam } from '@sameboat/model/fixtures/place';
import { limits } from '@sameboat/model/limits';
import { type OwnProfile, profileDocuments } from '@sameboat/model/own-profile';
import { topicIds } from '@sameboat/model/topics';
import {
  audiencesOf,
  chatSentence,
  existing,
  fieldSentence,
  membershipSentence,
  type ShownField,
  type Viewer,
  viewersOf,
  whoSees,
} from '@sameboat/model/visibility';
import fc from 'fast-check';
import { type DocumentData, doc, type Firestore, getDoc } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counting } from './acts.ts';
import { longAgo, message, past, person } from './seed.ts';
import { openWorld, type World } from './world.ts';
import { commit, type Write } from './write.ts';

/*
 * The app tells people who can see what of them, in sentences from model/src/visibility.ts. Here Ada writes random
 * profiles through the rules, other people try to read them, and the sentence must be the one for those who could.
 */

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const fields = ['bio', 'topics', 'place', 'lastActive'] as const satisfies readonly ShownField[];
const people = ['ada', 'eve', 'cleo', 'fay', 'mo', 'bob', 'ben', 'bea'];

/** How Ada belongs to a community. */
interface Belonging {
  readonly listed: boolean;
  readonly role: 'member' | 'moderator' | 'founder';
}

const isSeen = ({ listed, role }: Belonging) => listed || role !== 'member';

const community = newCommunity(
  {
    name: 'Harbour',
    about: '',
    rules: '',
    topic: 'grief',
    place: null,
    visibility: 'open',
    today: '2026-11-20',
  },
  past,
);

/**
 * Eve shares nothing with Ada; Cleo only communities that do not show Ada; Fay those that do. Mo moderates the last one.
 * Ada blocked Bob, and Bea, who is where Fay is; Ben blocked Ada.
 */
function worldOf(communities: readonly Belonging[]): Record<string, DocumentData> {
  const documents: Record<string, DocumentData> = Object.assign({}, ...people.map(person), {
    'users/ada/blocks/bob': { since: past },
    'users/ada/blocks/bea': { since: past },
    'users/ben/blocks/ada': { since: past },
  });
  communities.forEach((belonging, place) => {
    const members = `communities/c${place}/members`;
    documents[`communities/c${place}`] = community;
    documents[`${members}/ada`] = { ...joiningMember('ada', longAgo), ...belonging };
    for (const uid of isSeen(belonging) ? ['fay', 'bea'] : ['cleo'])
      documents[`${members}/${uid}`] = joiningMember(uid, longAgo);
    if (place === communities.length - 1)
      documents[`${members}/mo`] = { ...joiningMember('mo', longAgo), role: 'moderator' };
  });
  return documents;
}

const asking: readonly (readonly [Viewer, string])[] = [
  ['stranger', 'eve'],
  ['stranger', 'cleo'],
  ['fellow', 'fay'],
  ['moderator', 'mo'],
  ['blocked', 'bob'],
  ['blocked', 'ben'],
  ['blockedFellow', 'bea'],
];

async function read(database: Firestore, path: string): Promise<DocumentData> {
  try {
    return (await getDoc(doc(database, path))).data() ?? {};
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'permission-denied') return {};
    throw error;
  }
}

/** The fields of Ada's profile that somebody gets to read, from whatever document. */
async function fieldsSeen(database: Firestore, communities: number): Promise<readonly ShownField[]> {
  const memberships = Array.from({ length: communities }, (_, place) => `communities/c${place}/members/ada`);
  const found = await Promise.all(
    ['users/ada', 'people/ada', 'users/ada/private/profile', ...memberships].map((path) =>
      read(database, path),
    ),
  );
  const values = found.flatMap((data) => [data, data.shows ?? {}]);
  return fields.filter((field) =>
    values.some((data) => {
      const value = data[field === 'lastActive' ? 'lastActiveAt' : field];
      return typeof value === 'string' || Array.isArray(value)
        ? value.length > 0 && !isAudience(value)
        : Boolean(value);
    }),
  );
}

/** The choice for a field, which stands under the same name in the private profile. */
function isAudience(value: unknown): boolean {
  return value === 'everyone' || value === 'communities' || value === 'nobody';
}

const audience = (field: ShownField) => fc.constantFrom(...audiencesOf(field));

const profiles: fc.Arbitrary<OwnProfile> = fc.record({
  bio: fc.constantFrom('Hello', 'b'.repeat(limits.bioMax)),
  topics: fc.uniqueArray(fc.constantFrom(...topicIds), { minLength: 1, maxLength: limits.topicsPerPerson }),
  place: fc.constant(rotterdam),
  discoverable: fc.boolean(),
  shows: fc.record({
    bio: audience('bio'),
    topics: audience('topics'),
    place: audience('place'),
    lastActive: audience('lastActive'),
  }),
});

const belongings: fc.Arbitrary<readonly Belonging[]> = fc.array(
  fc.record({
    listed: fc.boolean(),
    role: fc.constantFrom('member', 'member', 'moderator', 'founder'),
  }),
  { maxLength: 3 },
);

function saving(profile: OwnProfile, communities: number): readonly Write[] {
  const ada = { handle: 'ada_h', displayName: 'ada', avatar: null };
  const { bio, listing, shows, private: own } = profileDocuments(profile, ada, now);
  return [
    ['set', 'users/ada/private/profile', own],
    ['update', 'users/ada', { bio, updatedAt: now }],
    listing ? ['set', 'people/ada', listing] : ['delete', 'people/ada'],
    ...Array.from(
      { length: communities },
      (_, place): Write => ['update', `communities/c${place}/members/ada`, { shows }],
    ),
  ];
}

describe('what the app says of who can see a profile', () => {
  it('is what the rules do, for any profile, any communities, and after any change of mind', async () => {
    await fc.assert(
      fc.asyncProperty(belongings, profiles, profiles, async (communities, before, after) => {
        await world.begin(worldOf(communities));
        await commit(world.as('ada'), ...saving(before, communities.length));
        await commit(world.as('ada'), ...saving(after, communities.length));
        const standing = {
          discoverable: after.discoverable,
          joined: communities.length > 0,
          listed: communities.some(isSeen),
        };
        const others = asking.filter(([viewer]) => existing(standing).includes(viewer));
        const seen = await Promise.all(
          others.map(async ([viewer, uid]) => ({
            viewer,
            uid,
            fields: await fieldsSeen(world.as(uid), communities.length),
          })),
        );
        for (const field of fields) {
          const who = viewersOf(field, after.shows[field], standing);
          for (const { viewer, uid, fields: got } of seen)
            expect(got.includes(field), `${uid} (${viewer}) reads ${field}`).toBe(who.includes(viewer));
          const reading = seen.filter(({ fields: got }) => got.includes(field)).map(({ viewer }) => viewer);
          expect(fieldSentence(field, after.shows[field], standing)).toContain(whoSees(reading));
        }
        expect(await fieldsSeen(world.guest('gus'), communities.length)).toEqual([]);
        expect(await fieldsSeen(world.nobody(), communities.length)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('is what the rules do for each membership', async () => {
    await fc.assert(
      fc.asyncProperty(belongings, async (communities) => {
        await world.begin(worldOf(communities));
        for (const [place, { listed, role }] of communities.entries()) {
          const path = `communities/c${place}/members/ada`;
          await world.add({ [`communities/c${place}/members/gil`]: joiningMember('gil', longAgo) });
          await world.add({
            [`communities/c${place}/members/mia`]: { ...joiningMember('mia', longAgo), role: 'moderator' },
          });
          const reads = async (uid: string) => 'uid' in (await read(world.as(uid), path));
          const sentence = membershipSentence({ listed, isTeam: role !== 'member' });
          expect(await reads('gil')).toBe(sentence.startsWith('Every member'));
          expect(await reads('mia')).toBe(true);
          expect(await reads('eve')).toBe(false);
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('what the app says of who can read a chat', () => {
  const group = (access: 'open' | 'invite') =>
    newGroupChat({ communityId: 'c0', name: 'Evening', about: '', access, createdBy: 'ada' }, past);

  it.each(['open', 'invite'] as const)('is what the rules do in a chat that is %s', async (access) => {
    await world.begin({
      ...worldOf([{ listed: true, role: 'member' }]),
      'chats/evening': group(access),
      'chats/evening/members/ada': chatOwner('ada', past),
      'chats/evening/messages/m1': message('ada'),
    });
    const reads = async (uid: string) => 'text' in (await read(world.as(uid), 'chats/evening/messages/m1'));
    const sentence = chatSentence({ type: 'group', memberCount: 1, access });
    expect(sentence).toContain('Only you can read this so far.');
    expect(await reads('ada')).toBe(true);
    for (const uid of ['fay', 'mo', 'eve']) expect(await reads(uid), uid).toBe(false);
    const joins = () =>
      commit(
        world.as('fay'),
        ['set', 'chats/evening/members/fay', chatJoiner('fay', now)],
        counting('fay', 'joinGroup', 'evening'),
      ).then(
        () => true,
        () => false,
      );
    expect(await joins()).toBe(sentence.includes('Anyone who joins later can read it too.'));
    expect(await reads('fay')).toBe(access === 'open');
  });
});
