import { chatPath } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { defaultHome, homeMarkPath, newHomeChat, newHomeMark } from '@sameboat/model/home';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { otterProfile, otterUid } from '@sameboat/model/otter';
import { userPath } from '@sameboat/model/user';
import type { Firestore } from 'firebase-admin/firestore';
import { pulledRow } from '../domain/inbox-row.ts';
import { timeOf } from '../domain/time-of.ts';
import { runTransaction } from './run-transaction.ts';
import { toFirestore } from './to-firestore.ts';

/**
 * Makes somebody with a new profile a member of the home chat, with its row in their chat list; the first one finds the
 * chat and Otter made with it. Once only: who left is not brought back, and neither is somebody whose account is gone.
 */
export async function bringHome(firestore: Firestore, uid: string, millis: number): Promise<void> {
  const at = timeOf(millis);
  const home = newHomeChat(defaultHome, at);
  const wanted = [
    { path: chatPath(defaultHome.id), data: home },
    { path: userPath(otterUid), data: otterProfile(at) },
    { path: chatMemberPath(defaultHome.id, uid), data: chatJoiner(uid, at) },
    {
      path: inboxRowPath(uid, defaultHome.id),
      data: pulledRow(home, { uid, alias: null, joinedAt: at }),
    },
  ];
  await runTransaction(firestore, async (transaction) => {
    const [user, mark, ...found] = await transaction.getAll(
      ...[userPath(uid), homeMarkPath(uid), ...wanted.map(({ path }) => path)].map((path) =>
        firestore.doc(path),
      ),
    );
    if (!user?.exists || user.get('kind') !== 'person' || mark?.exists) return;
    transaction.create(firestore.doc(homeMarkPath(uid)), toFirestore(newHomeMark(at)));
    wanted.forEach(({ path, data }, place) => {
      if (!found[place]?.exists) transaction.create(firestore.doc(path), toFirestore({ ...data }));
    });
  });
}
