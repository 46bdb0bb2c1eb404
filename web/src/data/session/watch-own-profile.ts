import { userPath, userSchema } from '@sameboat/model/user';
import { doc, onSnapshot } from 'firebase/firestore';
import { firestore } from '../../firebase/firestore.ts';
import type { Profile } from './session.ts';

/**
 * Streams my own profile: from this device at once, then from the server. `none` only when the server itself says that
 * there is none; without a network and without a copy it stays silent.
 */
export const watchOwnProfile = (
  uid: string,
  report: (result: Profile | 'none' | 'unreadable') => void,
): (() => void) =>
  onSnapshot(
    doc(firestore(), userPath(uid)),
    { includeMetadataChanges: true },
    (snapshot) => {
      if (!snapshot.exists()) {
        if (!snapshot.metadata.fromCache) report('none');
        return;
      }
      const parsed = userSchema.safeParse(snapshot.data({ serverTimestamps: 'estimate' }));
      report(parsed.success ? parsed.data : 'unreadable');
    },
    () => report('unreadable'),
  );
