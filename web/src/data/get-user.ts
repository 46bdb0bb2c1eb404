import { type User, userPath, userSchema } from '@sameboat/model/user';
import { doc, getDoc, getDocFromCache } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { type Checked, checkedBy, type WithId } from './checked-documents.ts';
import { type LiveSource, liveSource } from './live-source.ts';

export type UserEntry = WithId<User>;

/** What this page has read of people. A profile is asked for once a page: it rarely changes, and each is a read. */
const known = new Map<string, UserEntry | null>();

/**
 * What everybody may see of a person; null when there is no such account any more. Read once, not followed: from this
 * device at once where it was read before, then from the server.
 */
export function getUser(asker: string, uid: string): LiveSource<UserEntry | null> {
  const key = `user/${asker}/${uid}`;
  return liveSource(key, (observer) => {
    const remembered = known.get(key);
    if (remembered !== undefined) {
      observer.next(remembered, false);
      return () => {};
    }
    let open = true;
    let answered = false;
    const reference = doc(firestore(), userPath(uid)).withConverter(checkedBy(userSchema));
    getDocFromCache(reference).then(
      (snapshot) => {
        const user = found(snapshot.data());
        if (open && !answered && user !== null) observer.next(user, true);
      },
      () => {
        // This device has not read it before; the server answers below.
      },
    );
    getDoc(reference).then(
      (snapshot) => {
        const user = found(snapshot.data());
        if (!snapshot.metadata.fromCache) known.set(key, user);
        if (!open) return;
        answered = true;
        observer.next(user, snapshot.metadata.fromCache);
      },
      (error: unknown) => {
        if (open) observer.error(error);
      },
    );
    return () => {
      open = false;
    };
  });
}

function found(read: Checked<User> | undefined): UserEntry | null {
  return read?.ok === true ? read.value : null;
}
