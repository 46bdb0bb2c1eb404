import { typingQuery } from '@sameboat/model/queries';
import { type Typing, typingSchema } from '@sameboat/model/typing';
import { Timestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** A writer's clock may be this far behind, in milliseconds. */
const BEHIND_MS = 30_000;

/** The marks of those who type in a chat, at most 20, the latest first; some have run out. Members only. */
export function watchTyping(uid: string, chatId: string): LiveSource<WithId<Typing>[]> {
  return liveSource(`typing/${uid}/${chatId}`, (observer) => {
    const since = Timestamp.fromMillis(Date.now() - BEHIND_MS);
    return listenToQuery(toQuery(firestore(), typingQuery(chatId, since)), typingSchema, observer);
  });
}
