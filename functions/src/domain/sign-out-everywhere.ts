import type { Clock } from './look-at-chat.ts';
import { refuseOlderSignIns } from './refuse-older-sign-ins.ts';
import type { SanctionStore } from './sanction-store.ts';

export interface SignOutPorts {
  readonly sanctions: SanctionStore;
  readonly clock: Clock;
  /** Ends all sessions of a person: none of them gets another token. */
  readonly revokeSessions: (uid: string) => Promise<void>;
}

/** Keeping one sign-in and ending the others is for whoever has just given the password. */
const FRESH_MS = 5 * 60_000;

interface SignOutCall {
  readonly uid: string;
  /** The caller's own sign-in, in seconds since the epoch. */
  readonly signedInAt: number;
  /** Ends only the sign-ins that are older than the caller's. Auth's sessions are left alone: a new password ends them. */
  readonly olderOnly: boolean;
}

/**
 * Ends every sign-in of a person, the caller's included, and resolves when the next sign-in will be accepted; or, with
 * `olderOnly`, those before the caller's. A caller whose sign-in was ended already may not end others, nor may one that is
 * older than five minutes end the others and stay ('older-sign-in'): a stolen token could keep its owner out.
 */
export async function signOutEverywhere(
  { sanctions, clock, revokeSessions }: SignOutPorts,
  { uid, signedInAt, olderOnly }: SignOutCall,
): Promise<'signed-out' | 'older-sign-in'> {
  const validAfter = (await sanctions.get(uid))?.validAfter?.toMillis() ?? 0;
  const now = clock.now();
  if (signedInAt * 1_000 < validAfter) return 'older-sign-in';
  if (olderOnly) {
    if (signedInAt * 1_000 < now - FRESH_MS) return 'older-sign-in';
    await refuseOlderSignIns(sanctions, uid, signedInAt * 1_000);
    return 'signed-out';
  }
  const goodFrom = await refuseOlderSignIns(sanctions, uid, now);
  await revokeSessions(uid);
  await clock.waitUntil(goodFrom);
  return 'signed-out';
}
