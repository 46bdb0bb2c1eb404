import { doc, onSnapshot } from 'firebase/firestore';
import { z } from 'zod';
import { firestore } from '../../firebase/firestore.ts';
import type { Profile } from './session.ts';

const profileSchema = z.object({
  handle: z.string(),
  displayName: z.string(),
  avatar: z.string().nullable(),
});

/**
 * Streams my own profile: from this device at once, then from the server. `none` only when the server itself says that
 * there is none; without a network and without a copy it stays silent.
 */
export const watchOwnProfile = (
  uid: string,
  report: (result: Profile | 'none' | 'unreadable') => void,
): (() => void) =>
  onSnapshot(
    doc(firestore(), 'users', uid),
    { includeMetadataChanges: true },
    (snapshot) => {
      if (!snapshot.exists()) {
        if (!snapshot.metadata.fromCache) report('none');
        return;
      }
      const parsed = profileSchema.safeParse(snapshot.data());
      report(parsed.success ? parsed.data : 'unreadable');
    },
    () => report('unreadable'),
  );
