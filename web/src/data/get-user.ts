import { type User, userPath, userSchema } from '@sameboat/model/user';
import { doc, getDoc, getDocFromCache } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { type Checked, checkedBy, type WithId } from './checked-documents.ts';
import { type LiveSource, liveSource } from './live-source.ts';

export type UserEntry = WithId<User>;

/** What this page has read of people. A profile is asked for once a page: it rarely changes, and each is a read. */
const known = new Map<string, UserEntry | null>();
const watchers = new Set<(key: string, user: UserEntry | null) => void>();

function keep(key: string, user: UserEntry | null) {
  known.set(key, user);
  for (const watcher of [...watchers]) watcher(key, user);
}

function keyOf(asker: string, uid: string): string {
  return `user/${asker}/${uid}`;
}

function referenceTo(uid: string) {
  return doc(firestore(), userPath(uid)).withConverter(checkedBy(userSchema));
}

/**
 * What everybody may see of a person; null when there is no such account any more. Read once, not followed: from this
 * device at once where it was read before, then from the server.
 */
export function getUser(asker: string, uid: string): LiveSource<UserEntry | null> {
  const key = keyOf(asker, uid);
  return liveSource(key, (observer) => {
    const remembered = known.get(key);
    if (remembered !== undefined) {
      observer.next(remembered, false);
      return () => {};
    }
    let open = true;
    let answered = false;
    const reference = referenceTo(uid);
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
        if (!snapshot.metadata.fromCache) keep(key, user);
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

/**
 * As `getUser`, once, and from the server only if this device has never read it: the name may be an older one. Throws
 * what Firestore throws.
 */
export async function findUser(asker: string, uid: string): Promise<UserEntry | null> {
  const remembered = known.get(keyOf(asker, uid));
  if (remembered !== undefined) return remembered;
  const reference = referenceTo(uid);
  const stored = await getDocFromCache(reference).catch(() => null);
  const user = found(stored?.data());
  if (user !== null) return user;
  const answer = await getDoc(reference);
  keep(keyOf(asker, uid), found(answer.data()));
  return found(answer.data());
}

/** What this device knows of a person from elsewhere, live; null while it knows nothing. Asks the server for nothing. */
export function watchKnownUser(asker: string, uid: string): LiveSource<UserEntry | null> {
  const key = keyOf(asker, uid);
  return liveSource(`known-${key}`, (observer) => {
    let open = true;
    const watcher = (changed: string, user: UserEntry | null) => {
      if (changed === key) observer.next(user, true);
    };
    watchers.add(watcher);
    const remembered = known.get(key);
    observer.next(remembered ?? null, true);
    if (remembered === undefined)
      getDocFromCache(referenceTo(uid)).then(
        (snapshot) => {
          if (open && !known.has(key)) observer.next(found(snapshot.data()), true);
        },
        () => {
          // This device has never read it.
        },
      );
    return () => {
      open = false;
      watchers.delete(watcher);
    };
  });
}

/** The next reader of this person's profile reads it from the server again: what is known here is out of date. */
export function forgetUser(uid: string): void {
  for (const key of known.keys()) if (key.endsWith(`/${uid}`)) known.delete(key);
}

function found(read: Checked<User> | undefined): UserEntry | null {
  return read?.ok === true ? read.value : null;
}
