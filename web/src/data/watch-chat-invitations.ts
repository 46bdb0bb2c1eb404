import { type ChatInvitation, chatInvitationSchema } from '@sameboat/model/chat-invitation';
import { chatInvitationsQuery, myInvitationsQuery } from '@sameboat/model/queries';
import { onSnapshot } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** A group chat that somebody is invited to, and by whom. */
export interface Invitation {
  readonly chatId: string;
  readonly by: string;
}

/** The group chats that `uid` is invited to, at most 50. */
export function watchMyInvitations(uid: string): LiveSource<readonly Invitation[]> {
  return liveSource(`my-invitations/${uid}`, (observer) =>
    onSnapshot(
      toQuery(firestore(), myInvitationsQuery(uid)),
      (snapshot) => {
        const invitations = snapshot.docs.map((found) => ({
          chatId: found.ref.path.split('/')[1] ?? '',
          by: String(found.get('by')),
        }));
        observer.next(invitations, snapshot.metadata.fromCache);
      },
      (error) => observer.error(error),
    ),
  );
}

/** Who is invited to a group chat and has not answered; the id of each is their uid. For its owner. */
export function watchChatInvitations(uid: string, chatId: string): LiveSource<WithId<ChatInvitation>[]> {
  return liveSource(`chat-invitations/${uid}/${chatId}`, (observer) =>
    listenToQuery(toQuery(firestore(), chatInvitationsQuery(chatId)), chatInvitationSchema, observer),
  );
}
