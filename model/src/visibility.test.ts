import { describe, expect, it } from 'vitest';
import { rotterdam } from '../fixtures/place.ts';
import { profileDocuments, toOwnProfile, toShownProfile } from './own-profile.ts';
import type { Audience } from './private-profile.ts';
import { newPrivateProfile } from './private-profile.ts';
import { chatSentence, existing, fieldSentence, membershipSentence, viewersOf } from './visibility.ts';

const standing = { discoverable: true, joined: true, listed: true };

describe('the sentence of a field', () => {
  it.each([
    ['bio', 'everyone', standing, 'Everyone with an account can see this, even people you block.'],
    [
      'topics',
      'everyone',
      standing,
      'Everyone with an account can see this, except people you blocked or who blocked you.',
    ],
    [
      'topics',
      'everyone',
      { ...standing, discoverable: false },
      'Only you can see this. Others will, once you can be found.',
    ],
    [
      'place',
      'communities',
      standing,
      'Members of communities that list you can see this, even those you block, and so can the people who run your communities.',
    ],
    [
      'place',
      'communities',
      { ...standing, listed: false },
      'Only the people who run your communities can see this. Members will too, where you choose to be in the member list.',
    ],
    [
      'bio',
      'communities',
      { ...standing, joined: false, listed: false },
      'Only you can see this. Others will, once you join a community.',
    ],
    ['lastActive', 'nobody', standing, 'Only you can see this.'],
  ] as const)('%s for %s', (field, audience, how, sentence) => {
    expect(fieldSentence(field, audience, how)).toBe(sentence);
  });

  it('speaks only of people whom there are', () => {
    expect(existing({ discoverable: true, joined: false, listed: false })).toEqual(['stranger', 'blocked']);
    expect(viewersOf('bio', 'communities', { ...standing, joined: false, listed: false })).toEqual([]);
  });
});

describe('the documents of a profile', () => {
  const profile = (audience: Audience, discoverable = true) => ({
    bio: ' Hello ',
    topics: ['grief' as const],
    place: rotterdam,
    discoverable,
    shows: { bio: audience, topics: audience, place: audience, lastActive: audience },
  });
  const ada = { handle: 'ada', displayName: 'Ada', avatar: null };

  it('hold what everybody may see in the profile and in the listing', () => {
    const documents = profileDocuments(profile('everyone'), ada, 7);
    expect(documents).toMatchObject({
      bio: 'Hello',
      listing: { ...ada, topics: ['grief'], place: rotterdam, lastActiveAt: 7 },
      shows: {},
    });
  });

  it('hold what communities may see in the memberships alone', () => {
    expect(profileDocuments(profile('communities'), ada, 7)).toMatchObject({
      bio: null,
      listing: { topics: [], place: null, lastActiveAt: null },
      shows: { bio: 'Hello', topics: ['grief'], place: rotterdam },
    });
  });

  it('hold what nobody may see in private alone', () => {
    expect(profileDocuments(profile('nobody'), ada, 7)).toMatchObject({
      bio: null,
      listing: { topics: [], place: null, lastActiveAt: null },
      shows: {},
      private: { bio: 'Hello', topics: ['grief'], place: rotterdam },
    });
  });

  it('are without a listing for somebody who does not want to be found', () => {
    expect(profileDocuments(profile('everyone', false), ada, 7).listing).toBeNull();
  });

  it('give back the profile, also an older one whose bio is in the public profile alone', () => {
    const stored = newPrivateProfile({ seconds: 0, nanoseconds: 0, toMillis: () => 0 });
    expect(toOwnProfile(stored, { bio: 'Hello' }).bio).toBe('Hello');
    expect(toOwnProfile({ ...stored, bio: 'Mine' }, { bio: null }).bio).toBe('Mine');
  });

  it('show another person what each of them holds, wherever it is', () => {
    expect(toShownProfile({ bio: null }, null, [])).toEqual({
      bio: null,
      topics: [],
      place: null,
      lastActiveAt: null,
    });
    expect(
      toShownProfile({ bio: null }, { topics: ['sleep'], place: null, lastActiveAt: null }, [
        {},
        { bio: 'Hello', topics: ['grief'], place: rotterdam },
      ]),
    ).toEqual({ bio: 'Hello', topics: ['sleep'], place: rotterdam, lastActiveAt: null });
  });
});

describe('the sentence of a chat', () => {
  it.each([
    [
      { type: 'group', memberCount: 5, access: 'open' },
      '5 members can read this, and anyone who joins later.',
    ],
    [{ type: 'group', memberCount: 5, access: 'invite' }, '5 members can read this.'],
    [
      { type: 'group', memberCount: 1, access: 'open' },
      'Only you can read this so far. Anyone who joins later can read it too.',
    ],
    [{ type: 'group', memberCount: 0, access: 'open' }, 'Members can read this, and anyone who joins later.'],
    [{ type: 'direct', memberCount: 2, access: 'invite' }, 'Only the two of you can read this.'],
    [{ type: 'home', memberCount: 900, access: 'open' }, 'Everyone with an account can read this.'],
  ] as const)('%o', (chat, sentence) => {
    expect(chatSentence(chat)).toBe(sentence);
  });
});

describe('the sentence of a membership', () => {
  it.each([
    [{ isTeam: true, listed: false }, 'Every member can see that you help to run this community.'],
    [
      { isTeam: false, listed: true },
      'Every member can see that you are here, and so can the people who run it.',
    ],
    [
      { isTeam: false, listed: false },
      'Only the people who run it can see that you are here, and those in the chats that you join.',
    ],
  ])('%o', (membership, sentence) => {
    expect(membershipSentence(membership)).toBe(sentence);
  });
});
