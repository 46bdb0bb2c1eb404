import type { User } from '@sameboat/model/user';

/** What everybody with an account may see of me. */
export type Profile = User;

/**
 * `failed` means that we could not find out: no configuration, or Firebase refused. Offline is `starting`. Somebody who
 * is `banned` stays signed in but can only read the reason; `until` is in milliseconds, or null for ever.
 */
export type Session =
  | { status: 'starting' }
  | { status: 'signed-out' }
  | { status: 'without-profile'; uid: string; email: string | null }
  | { status: 'signed-in'; uid: string; email: string | null; profile: Profile }
  | { status: 'banned'; uid: string; reason: string; until: number | null }
  | { status: 'failed'; code: SessionFailure };

export type SessionFailure = 'config-unreachable' | 'config-invalid' | 'profile-unreadable' | 'unknown';
