import { myMembershipsQuery } from '@sameboat/model/queries';
import { onSnapshot } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** The ids of what a person takes part in. */
export interface Memberships {
  readonly communities: ReadonlySet<string>;
  readonly chats: ReadonlySet<string>;
}

/** The communities and chats of `uid`: the newest 200 memberships, a read each. */
export function watchMemberships(uid: string): LiveSource<Memberships> {
  return liveSource(`memberships/${uid}`, (observer) =>
    onSnapshot(
      toQuery(firestore(), myMembershipsQuery(uid)),
      (snapshot) => {
        observer.next(
          sortMemberships(snapshot.docs.map((found) => found.ref.path)),
          snapshot.metadata.fromCache,
        );
      },
      (error) => observer.error(error),
    ),
  );
}

/** Tells from the path of each member document what it is a membership of. */
export function sortMemberships(paths: readonly string[]): Memberships {
  const communities = new Set<string>();
  const chats = new Set<string>();
  for (const path of paths) {
    const [collection, id] = path.split('/');
    if (id === undefined) continue;
    if (collection === 'communities') communities.add(id);
    if (collection === 'chats') chats.add(id);
  }
  return { communities, chats };
}
