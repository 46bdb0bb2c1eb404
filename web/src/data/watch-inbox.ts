import { type InboxRow, inboxRowPath, inboxRowSchema } from '@sameboat/model/inbox-row';
import { pageLimits } from '@sameboat/model/limits';
import { inboxQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToDocument, listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** A row of the chat list; its id is the chat's. */
export type InboxEntry = WithId<InboxRow>;

/** The chat list of `uid`: pinned first, then by what happened last; at most 50 rows, one read each. */
export function watchInbox(uid: string): LiveSource<InboxEntry[]> {
  return liveSource(`inbox/${uid}`, (observer) =>
    listenToQuery(
      toQuery(firestore(), inboxQuery(uid, { limit: pageLimits.inbox })),
      inboxRowSchema,
      observer,
    ),
  );
}

/** One row of it, null while there is none (functions write it a moment after joining). */
export function watchInboxRow(uid: string, chatId: string): LiveSource<InboxEntry | null> {
  return liveSource(`inbox-row/${uid}/${chatId}`, (observer) =>
    listenToDocument(inboxRowPath(uid, chatId), inboxRowSchema, observer),
  );
}
