import type { Shows } from './community-member.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import type { PrivateProfile } from './private-profile.ts';
import type { TopicId } from './topics.ts';
import type { User } from './user.ts';
import { type Home, homeOf } from './visibility.ts';

/** A profile as its owner edits it. An empty `bio` is none. */
export interface OwnProfile {
  readonly bio: string;
  readonly topics: readonly TopicId[];
  readonly place: Place | null;
  readonly discoverable: boolean;
  readonly shows: PrivateProfile['shows'];
}

/**
 * What each document holds of a profile. Nothing else keeps a field from other people: where it is stored decides who
 * can read it. `now` is the SDK's server timestamp; `listing` is null for somebody who does not want to be found, and
 * `people/{uid}` must go in the same batch.
 */
export function profileDocuments<Now>(
  profile: OwnProfile,
  named: Pick<User, 'handle' | 'displayName' | 'avatar'>,
  now: Now,
) {
  const { handle, displayName, avatar } = named;
  const bio = bioOf(profile);
  const place = profile.place;
  return {
    /** `users/{uid}.bio` */
    bio: isIn(profile, 'bio', 'profile') ? bio : null,
    /** `people/{uid}` */
    listing: profile.discoverable
      ? {
          handle,
          displayName,
          avatar,
          topics: isIn(profile, 'topics', 'listing') ? [...profile.topics] : [],
          place: isIn(profile, 'place', 'listing') ? place : null,
          lastActiveAt: isIn(profile, 'lastActive', 'listing') ? now : null,
          updatedAt: now,
        }
      : null,
    /** `communities/{communityId}/members/{uid}.shows`, in every community of this person. */
    shows: shownToCommunities(profile),
    /** `users/{uid}/private/profile` */
    private: {
      bio,
      topics: [...profile.topics],
      place,
      discoverable: profile.discoverable,
      shows: profile.shows,
      updatedAt: now,
    },
  };
}

/** What a person shows in each of their communities, old and new. */
export function shownToCommunities(profile: Omit<OwnProfile, 'discoverable'>): Shows {
  const bio = bioOf(profile);
  const { topics, place } = profile;
  return {
    ...(bio !== null && isIn(profile, 'bio', 'members') ? { bio } : {}),
    ...(topics.length > 0 && isIn(profile, 'topics', 'members') ? { topics: [...topics] } : {}),
    ...(place !== null && isIn(profile, 'place', 'members') ? { place } : {}),
  };
}

function bioOf({ bio }: Pick<OwnProfile, 'bio'>): string | null {
  return bio.trim() === '' ? null : bio.trim();
}

function isIn({ shows }: Pick<OwnProfile, 'shows'>, field: keyof OwnProfile['shows'], home: Home): boolean {
  return homeOf(field, shows[field]) === home;
}

/** The profile that was stored. Profiles from before bios were kept in private have theirs in `users/{uid}`. */
export function toOwnProfile(stored: PrivateProfile, user: Pick<User, 'bio'>): OwnProfile {
  const { topics, place, discoverable, shows } = stored;
  return { bio: stored.bio ?? user.bio ?? '', topics, place, discoverable, shows };
}

/** What of it another person gets to read, from the documents that they may read. */
export interface ShownProfile {
  readonly bio: string | null;
  readonly topics: readonly TopicId[];
  readonly place: Place | null;
  readonly lastActiveAt: Person['lastActiveAt'];
}

/** Puts together what one person shows another: `shows` in each community that both are in and where it can be read. */
export function toShownProfile(
  user: Pick<User, 'bio'>,
  listing: Pick<Person, 'topics' | 'place' | 'lastActiveAt'> | null,
  shows: readonly Shows[],
): ShownProfile {
  return {
    bio: user.bio ?? shows.find((shown) => shown.bio)?.bio ?? null,
    topics: listing?.topics.length ? listing.topics : (shows.find((shown) => shown.topics)?.topics ?? []),
    place: listing?.place ?? shows.find((shown) => shown.place)?.place ?? null,
    lastActiveAt: listing?.lastActiveAt ?? null,
  };
}
