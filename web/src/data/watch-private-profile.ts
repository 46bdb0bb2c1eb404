import {
  type PrivateProfile,
  privateProfilePath,
  privateProfileSchema,
} from '@sameboat/model/private-profile';
import type { WithId } from './checked-documents.ts';
import { listenToDocument } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';

/** What `uid` keeps of their profile for themself, and who may see which field; null while there is none. */
export function watchPrivateProfile(uid: string): LiveSource<WithId<PrivateProfile> | null> {
  return liveSource(`private-profile/${uid}`, (observer) =>
    listenToDocument(privateProfilePath(uid), privateProfileSchema, observer),
  );
}
