import type { Sanction } from '@sameboat/model/sanction';

/** What a person's sanction means for this sign-in. */
export type Standing =
  | { readonly kind: 'good' }
  /** The account is gone, or this sign-in no longer counts. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'banned'; readonly reason: string; readonly until: number | null };

/** Interprets a sanction (null if there is none) in the same way as the rules. Times are in milliseconds. */
export function judgeSanction(
  sanction: Sanction | null,
  { signedInAt, now }: { readonly signedInAt: number; readonly now: number },
): Standing {
  if (sanction === null) return { kind: 'good' };
  if (sanction.validAfter !== null && signedInAt < sanction.validAfter.toMillis()) return { kind: 'ended' };
  const until = sanction.until?.toMillis() ?? null;
  if (!sanction.banned || (until !== null && until <= now)) return { kind: 'good' };
  return sanction.kind === 'deleted' ? { kind: 'ended' } : { kind: 'banned', reason: sanction.reason, until };
}
