import type { Community, CommunitySize } from '@sameboat/model/community';
import { dayOf } from '@sameboat/model/day';

/** How large a community is, as far as people outside may know. */
export function sizeWords(size: CommunitySize): string {
  return size === 'new' ? 'new' : `${size} members`;
}

/** When somebody last wrote in a community, to the day; null when that was more than a week ago. */
export function activeWords({ lastActiveOn }: Pick<Community, 'lastActiveOn'>, nowMs: number): string | null {
  const day = 24 * 3_600_000;
  if (lastActiveOn >= dayOf(nowMs)) return 'active today';
  return lastActiveOn > dayOf(nowMs - 7 * day) ? 'active this week' : null;
}
