import type { Chat } from './chat.ts';
import type { Audience, PrivateProfile } from './private-profile.ts';

/** The fields of a profile for which a person chooses who sees them. */
export type ShownField = keyof PrivateProfile['shows'];

/** Where a field is stored: `users/{uid}`, `people/{uid}`, the memberships of communities, or `users/{uid}/private`. */
export type Home = 'profile' | 'listing' | 'members' | 'private';

const homes: Readonly<Record<ShownField, Readonly<Record<Audience, Home>>>> = {
  bio: { everyone: 'profile', communities: 'members', nobody: 'private' },
  topics: { everyone: 'listing', communities: 'members', nobody: 'private' },
  place: { everyone: 'listing', communities: 'members', nobody: 'private' },
  // A membership would have to be written again each time, so this is not offered (`audiencesOf`).
  lastActive: { everyone: 'listing', communities: 'private', nobody: 'private' },
};

/** The document that holds a field for such an audience. */
export function homeOf(field: ShownField, audience: Audience): Home {
  return homes[field][audience];
}

/** What a person can choose for a field. */
export function audiencesOf(field: ShownField): readonly Audience[] {
  return field === 'lastActive' ? ['everyone', 'nobody'] : ['everyone', 'communities', 'nobody'];
}

/**
 * Other people, as far as it matters for what they can read: a stranger with an account; a member of a community whose
 * member list shows me, or that I help to run; somebody who runs one of my communities; and people across a block, who
 * share such a community or do not. Guests and people who are not signed in can read nothing.
 */
export const viewers = ['stranger', 'fellow', 'moderator', 'blocked', 'blockedFellow'] as const;
export type Viewer = (typeof viewers)[number];

const everyone: readonly Viewer[] = viewers;

const readers: Readonly<Record<Home, readonly Viewer[]>> = {
  profile: everyone,
  listing: ['stranger', 'fellow', 'moderator'],
  members: ['fellow', 'moderator', 'blockedFellow'],
  private: [],
};

/** What decides about a field, beside the audience that was chosen. */
export interface Standing {
  /** Whether the person can be found: only then there is a listing. */
  readonly discoverable: boolean;
  /** Whether they are a member of any community, */
  readonly joined: boolean;
  /** and whether one of them shows them in its list, or is run by them. */
  readonly listed: boolean;
}

/** Those who can read a field; of people there are none of, such as members of no community, none. */
export function viewersOf(field: ShownField, audience: Audience, standing: Standing): readonly Viewer[] {
  const home = homeOf(field, audience);
  if (home === 'listing' && !standing.discoverable) return [];
  return readers[home].filter((viewer) => existing(standing).includes(viewer));
}

/** The kinds of other people that there are for somebody. */
export function existing({ joined, listed }: Standing): readonly Viewer[] {
  return viewers.filter((viewer) => {
    if (viewer === 'fellow' || viewer === 'blockedFellow') return joined && listed;
    return viewer === 'moderator' ? joined : true;
  });
}

/** One sentence for those who can read something, whichever they are. */
export function whoSees(seeing: readonly Viewer[]): string {
  const sees = (viewer: Viewer) => seeing.includes(viewer);
  if (sees('stranger'))
    return sees('blocked')
      ? 'Everyone with an account can see this, even people you block.'
      : 'Everyone with an account can see this, except people you blocked or who blocked you.';
  if (sees('fellow'))
    return sees('blockedFellow')
      ? 'Members of communities that list you can see this, even those you block, and so can the people who run your communities.'
      : 'Members of communities that list you can see this, and so can the people who run your communities.';
  if (sees('moderator')) return 'Only the people who run your communities can see this.';
  return 'Only you can see this.';
}

/** Who can see a field, in a sentence, and what would change it. */
export function fieldSentence(field: ShownField, audience: Audience, standing: Standing): string {
  const sentence = whoSees(viewersOf(field, audience, standing));
  const home = homeOf(field, audience);
  if (home === 'listing' && !standing.discoverable) return `${sentence} Others will, once you can be found.`;
  if (home === 'members' && !standing.joined) return `${sentence} Others will, once you join a community.`;
  if (home === 'members' && !standing.listed)
    return `${sentence} Members will too, where you choose to be in the member list.`;
  return sentence;
}

/** Who can see that I am a member of a community, in a sentence. `isTeam`: I founded it or moderate it. */
export function membershipSentence({ listed, isTeam }: { listed: boolean; isTeam: boolean }): string {
  if (isTeam) return 'Every member can see that you help to run this community.';
  return listed
    ? 'Every member can see that you are here, and so can the people who run it.'
    : 'Only the people who run it can see that you are here, and those in the chats that you join.';
}

/** Who can read the message of a request. Its rules are those of every private chat. */
export const requestSentence = 'Only the two of you can read this.';

/** Who can read what is written in a chat, in a sentence. */
export function chatSentence(chat: Pick<Chat, 'type' | 'memberCount' | 'access'>): string {
  if (chat.type === 'home') return 'Everyone with an account can read this.';
  if (chat.type === 'direct' || chat.type === 'match') return requestSentence;
  const open = chat.access === 'open';
  if (chat.memberCount === 1) {
    return open
      ? 'Only you can read this so far. Anyone who joins later can read it too.'
      : 'Only you can read this so far.';
  }
  const members = chat.memberCount < 1 ? 'Members' : `${chat.memberCount} members`;
  return open ? `${members} can read this, and anyone who joins later.` : `${members} can read this.`;
}
