import { type Settings, settingsPath, settingsSchema } from '@sameboat/model/settings';
import type { WithId } from './checked-documents.ts';
import { listenToDocument } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';

/** The person's own settings; null while there are none. */
export function watchSettings(uid: string): LiveSource<WithId<Settings> | null> {
  return liveSource(`settings/${uid}`, (observer) =>
    listenToDocument(settingsPath(uid), settingsSchema, observer),
  );
}
