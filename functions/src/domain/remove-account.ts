import { personPath } from '@sameboat/model/person';
import { userPath } from '@sameboat/model/user';
import { deleteAll, eachPage } from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';
import { removeCircleSeats, removeMemberships } from './remove-memberships.ts';
import { removeMessages } from './remove-messages.ts';
import type { SanctionStore } from './sanction-store.ts';
import { timeOf } from './time-of.ts';

interface Step {
  readonly removes: string;
  readonly run: (stores: RemovalStores, removal: Removal) => Promise<void>;
}

/**
 * What is somebody's own, in the order in which it goes. Each step can break off anywhere, run again and find nothing left.
 * Reports and the log of the staff are no part of it.
 */
export const accountRemovalSteps: readonly Step[] = [
  { removes: 'profile, handle and listing', run: removeProfile },
  { removes: 'direct chats', run: endDirectChats },
  { removes: 'memberships and matches', run: removeMemberships },
  { removes: 'texts and pictures of messages', run: removeMessages },
  { removes: 'circle memberships and lobby seats', run: removeCircleSeats },
  { removes: 'documents and pictures below users/{uid}', run: removeOwnDocuments },
];

/**
 * Refuses everything that a deleted account's tokens could still do, and then removes what is theirs. Throws what a store
 * threw; called again, it goes on from there.
 */
export async function removeAccount(
  stores: RemovalStores & { readonly sanctions: SanctionStore },
  removal: Removal,
): Promise<void> {
  await stores.sanctions.change(removal.uid, (stored) =>
    stored?.kind === 'deleted'
      ? stored
      : {
          banned: true,
          denied: [],
          reason: 'The account was deleted.',
          by: 'system',
          at: timeOf(removal.now),
          until: null,
          validAfter: timeOf(removal.now),
          kind: 'deleted',
        },
  );
  for (const { run } of accountRemovalSteps) await run(stores, removal);
}

async function removeProfile({ documents }: RemovalStores, { uid }: Removal): Promise<void> {
  await documents.commit([userPath(uid), personPath(uid)].map((path) => ({ act: 'delete', path })));
  await deleteAll(documents, { collection: 'handles', where: [{ field: 'uid', op: '==', value: uid }] });
}

/** The other person is told nothing but that the chat has ended; rows and member documents go as at every end. */
async function endDirectChats({ documents }: RemovalStores, { uid, now }: Removal): Promise<void> {
  const mine = {
    collection: 'chats',
    where: [{ field: 'participants', op: 'array-contains', value: uid }],
  } as const;
  await eachPage(documents, mine, async (page) => {
    const open = page.filter(({ data }) => data.endedAt === null);
    if (open.length === 0) return;
    await documents.commit(
      open.map(({ path }) => ({ act: 'update', path, change: { endedAt: timeOf(now) } })),
    );
  });
}

async function removeOwnDocuments({ documents, pictures }: RemovalStores, { uid }: Removal): Promise<void> {
  for (const collection of ['private', 'blocks', 'inbox', 'notifications', 'pace', 'uploads']) {
    await deleteAll(documents, { collection: `${userPath(uid)}/${collection}` });
  }
  await pictures.deleteFolder(userPath(uid));
}
