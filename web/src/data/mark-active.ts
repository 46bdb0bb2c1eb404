import { dayOf } from '@sameboat/model/day';
import { personPath } from '@sameboat/model/person';
import { privateProfilePath, privateProfileSchema } from '@sameboat/model/private-profile';
import type { User } from '@sameboat/model/user';
import { doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import { deviceKey, deviceStore } from './device-store.ts';

/**
 * Notes in the listing of `uid` that they are here, once a day on each device, if they are listed and show it. For
 * everybody else it is a read a day. Never throws: the next time that the app is opened will do.
 */
export async function markActive(
  uid: string,
  { handle, displayName, avatar }: Pick<User, 'handle' | 'displayName' | 'avatar'>,
): Promise<void> {
  const key = deviceKey('active', uid);
  const today = dayOf(Date.now());
  if (deviceStore.get(key) === today) return;
  try {
    const stored = await getDocFromServer(doc(firestore(), privateProfilePath(uid)));
    const own = privateProfileSchema.safeParse(stored.data()).data;
    if (own?.discoverable && own.shows.lastActive === 'everyone') {
      const here = { handle, displayName, avatar, lastActiveAt: serverTime, updatedAt: serverTime };
      await commitNow([{ update: personPath(uid), data: here }]);
    }
    deviceStore.set(key, today);
  } catch {
    // No connection, or no leave to write at the moment.
  }
}
