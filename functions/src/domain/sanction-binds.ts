import type { Permission } from '@sameboat/model/permissions';
import type { Sanction } from '@sameboat/model/sanction';

interface Asked {
  /** What is needed; one that was withdrawn is enough to bind. */
  readonly permissions: readonly Permission[];
  /** When the person signed in. Times are in milliseconds. */
  readonly signedInAt: number;
  readonly now: number;
}

/** As `binds` in firestore.rules. */
export function binds(sanction: Sanction, { permissions, signedInAt, now }: Asked): boolean {
  if (sanction.validAfter !== null && signedInAt < sanction.validAfter.toMillis()) return true;
  return (
    isInForce(sanction, now) && (sanction.banned || permissions.some((one) => sanction.denied.includes(one)))
  );
}

/** Whether a person is banned at `now`. */
export function isBanned(sanction: Sanction, now: number): boolean {
  return sanction.banned && isInForce(sanction, now);
}

function isInForce({ until }: Sanction, now: number): boolean {
  return until === null || until.toMillis() > now;
}
