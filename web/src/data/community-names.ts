import { communityPath, communitySchema } from '@sameboat/model/community';
import { doc, getDoc, getDocFromCache } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { checkedBy } from './checked-documents.ts';
import { type LiveSource, liveSource } from './live-source.ts';

export interface CommunityName {
  readonly id: string;
  readonly name: string;
}

/** The names of these communities, read once: from this device where it knows them. What cannot be read is left out. */
export function communityNames(uid: string, ids: readonly string[]): LiveSource<readonly CommunityName[]> {
  return liveSource(`community-names/${uid}/${ids.join()}`, (observer) => {
    let open = true;
    void Promise.all(ids.map(readName)).then((names) => {
      if (open)
        observer.next(
          names.filter((name) => name !== null),
          false,
        );
    });
    return () => {
      open = false;
    };
  });
}

async function readName(id: string): Promise<CommunityName | null> {
  const reference = doc(firestore(), communityPath(id)).withConverter(checkedBy(communitySchema));
  try {
    const snapshot = await getDocFromCache(reference).catch(() => getDoc(reference));
    const read = snapshot.data();
    return read?.ok ? { id, name: read.value.name } : null;
  } catch {
    return null;
  }
}
