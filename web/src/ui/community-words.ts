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

/** When somebody last wrote in a chat: "active 2 hours ago". The time is known to a quarter of an hour. */
export function activeAgo(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 15) return 'active now';
  if (minutes < 60) return 'active in the last hour';
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? 'active an hour ago' : `active ${hours} hours ago`;
  const days = Math.floor(hours / 24);
  if (days < 7) return days === 1 ? 'active a day ago' : `active ${days} days ago`;
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return `active on ${at.toLocaleDateString(undefined, { day: 'numeric', month: 'long', ...year })}`;
}
