import type { OwnProfile, ShownProfile } from '@sameboat/model/own-profile';
import { type ShownField, type Standing, type Viewer, viewersOf } from '@sameboat/model/visibility';

/** What of my profile somebody of that kind gets to see. `now` stands for when I was last here. */
export function seenBy(
  viewer: Viewer,
  profile: OwnProfile,
  standing: Standing,
  now: ShownProfile['lastActiveAt'],
): ShownProfile {
  const sees = (field: ShownField) => viewersOf(field, profile.shows[field], standing).includes(viewer);
  return {
    bio: sees('bio') && profile.bio !== '' ? profile.bio : null,
    topics: sees('topics') ? profile.topics : [],
    place: sees('place') ? profile.place : null,
    lastActiveAt: sees('lastActive') ? now : null,
  };
}
