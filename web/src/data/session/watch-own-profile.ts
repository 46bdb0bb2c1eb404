import { userPath, userSchema } from '@sameboat/model/user';
import { connection } from '../connection.ts';
import { toDataError } from '../data-error.ts';
import { listenToDocument } from '../listen.ts';
import { reconnect } from '../reconnect.ts';
import type { Profile } from './session.ts';

/** `refused`: the rules do not accept this sign-in any more. */
export type OwnProfile = Profile | 'none' | 'unreadable' | 'refused';

/**
 * Streams my own profile: from this device at once, then from the server. `none` only when the server itself says that
 * there is none; without a network and without a copy it stays silent. This listener is always open, so
 * from here on the state of the connection depends on Firestore's answers.
 */
export const watchOwnProfile = (uid: string, report: (result: OwnProfile) => void): (() => void) => {
  connection.setReconnect(reconnect);
  return listenToDocument(userPath(uid), userSchema, {
    next: (profile) => report(profile ?? 'none'),
    error(cause) {
      const { code } = toDataError(cause);
      report(code === 'not-allowed' || code === 'signed-out' ? 'refused' : 'unreadable');
    },
  });
};
