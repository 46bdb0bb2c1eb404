import { privateProfilePath, privateProfileSchema } from '@sameboat/model/private-profile';
import type { TopicId } from '@sameboat/model/topics';
import { listenToDocument } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';

/** The topics of the person's own profile, at most five; empty without a profile. */
export function watchOwnTopics(uid: string): LiveSource<readonly TopicId[]> {
  return liveSource(`own-topics/${uid}`, (observer) =>
    listenToDocument(privateProfilePath(uid), privateProfileSchema, {
      next: (profile, fromCache) => observer.next(profile?.topics ?? [], fromCache),
      error: (cause) => observer.error(cause),
    }),
  );
}
