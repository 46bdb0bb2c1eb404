import type { Clock } from './handle-chat-event.ts';
import { refuseOlderSignIns } from './refuse-older-sign-ins.ts';
import type { SanctionStore } from './sanction-store.ts';

export interface SignOutPorts {
  readonly sanctions: SanctionStore;
  readonly clock: Clock;
  /** Ends all sessions of a person: none of them gets another token. */
  readonly revokeSessions: (uid: string) => Promise<void>;
}

/**
 * Ends every sign-in of a person, the caller's included. Resolves when the next sign-in will be accepted. `signedInAt` is
 * the caller's own sign-in, in seconds; one that was ended already may not end others ('older-sign-in'), or a stolen
 * token could keep its owner out.
 */
export async function signOutEverywhere(
  { sanctions, clock, revokeSessions }: SignOutPorts,
  { uid, signedInAt }: { readonly uid: string; readonly signedInAt: number },
): Promise<'signed-out' | 'older-sign-in'> {
  const validAfter = (await sanctions.get(uid))?.validAfter?.toMillis() ?? 0;
  if (signedInAt * 1_000 < validAfter) return 'older-sign-in';
  const goodFrom = await refuseOlderSignIns(sanctions, uid, clock.now());
  await revokeSessions(uid);
  await clock.waitUntil(goodFrom);
  return 'signed-out';
}
