import type { Community } from '@sameboat/model/community';

/** How far around a place is looked, in kilometres, each circle the next wider of the one before. */
export const CIRCLES_KM = [25, 50, 100, 250, 500, 1_000, 2_500] as const;

/**
 * A circle is wide enough when it holds so many communities or people. Where few live, a smaller one would show how near
 * somebody lives to a person whose community is the only one around.
 */
const LEAST_COMMUNITIES = 3;
const LEAST_PEOPLE = 50;

/** The circles to look at in turn: the one that was asked for, then the wider ones. */
export function circlesFrom(km: number): number[] {
  return [km, ...CIRCLES_KM.filter((wider) => wider > km)];
}

export function holdsEnough(communities: readonly Pick<Community, 'size'>[]): boolean {
  const people = communities.reduce((sum, { size }) => sum + (Number.parseInt(size, 10) || 1), 0);
  return communities.length >= LEAST_COMMUNITIES || people >= LEAST_PEOPLE;
}

/** The smallest circle that all of these distances are in; the widest when one is further. */
export function circleAround(distances: readonly number[]): number {
  const farthest = Math.max(0, ...distances);
  return CIRCLES_KM.find((km) => km >= farthest) ?? CIRCLES_KM[CIRCLES_KM.length - 1] ?? farthest;
}
