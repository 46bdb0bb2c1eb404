import type { Community } from '@sameboat/model/community';

interface Found {
  readonly community: Pick<Community, 'lastActiveOn' | 'createdAt'>;
  readonly km: number | null;
}

/** Nobody minds the difference between 12 and 18 km; each step is about as far as the ones before it together. */
const STEPS_KM = [10, 25, 50, 100, 250];

/** For `sort`: the nearest step first, within it the latest active, and of those the newest. */
export function byNearnessAndActivity(one: Found, other: Found): number {
  return (
    stepOf(one.km) - stepOf(other.km) ||
    other.community.lastActiveOn.localeCompare(one.community.lastActiveOn) ||
    other.community.createdAt.toMillis() - one.community.createdAt.toMillis()
  );
}

function stepOf(km: number | null): number {
  const step = STEPS_KM.findIndex((limit) => (km ?? 0) < limit);
  return step === -1 ? STEPS_KM.length : step;
}
