import { personPath } from '@sameboat/model/person';
import { everyPersonalData, type PersonalDataId } from '@sameboat/model/personal-data';
import { userPath } from '@sameboat/model/user';
import { deleteAll } from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';
import { removeDirectChats } from './remove-direct-chats.ts';
import { removeCircleSeats, removeMemberships } from './remove-memberships.ts';
import { removeMessages } from './remove-messages.ts';
import { removeMentions, removeName } from './remove-traces.ts';
import type { SanctionStore } from './sanction-store.ts';
import { timeOf } from './time-of.ts';

interface Step {
  readonly removes: readonly PersonalDataId[];
  readonly run: (stores: RemovalStores, removal: Removal) => Promise<void>;
}

/** What lies below `users/{uid}`, in Firestore and in Storage. */
const ownDocuments = everyPersonalData.filter(
  ({ found, removal, paths }) =>
    found.by === 'path' && removal === 'delete' && paths.some((path) => path.startsWith('users/{uid}/')),
);

/**
 * What is somebody's own, in the order in which it goes. Each step can break off anywhere, run again and find nothing left.
 * Together they remove what `personalData` says is removed.
 */
export const accountRemovalSteps: readonly Step[] = [
  { removes: ['profile', 'handle', 'listing'], run: removeProfile },
  { removes: ['directChats'], run: removeDirectChats },
  {
    removes: [
      'communityMemberships',
      'communityFounders',
      'ownCommunities',
      'chatMemberships',
      'chatRosters',
      'matches',
      'reactions',
      'typing',
    ],
    run: removeMemberships,
  },
  { removes: ['chatInvitations', 'sentInvitations'], run: removeInvitations },
  { removes: ['messages', 'messagePictures', 'lastMessages'], run: removeMessages },
  { removes: ['mentions'], run: removeMentions },
  { removes: ['startedChats', 'startedCircles', 'writtenReports'], run: removeName },
  { removes: ['circleMemberships'], run: removeCircleSeats },
  { removes: ownDocuments.map(({ id }) => id), run: removeOwnDocuments },
];

/**
 * Refuses everything that a deleted account's tokens could still do, and then removes what is theirs. Throws what a store
 * threw; called again, it goes on from there.
 */
export async function removeAccount(
  stores: RemovalStores & { readonly sanctions: SanctionStore },
  removal: Removal,
): Promise<void> {
  await closeAccount(stores.sanctions, removal);
  for (const { run } of accountRemovalSteps) await run(stores, removal);
}

/** Refuses everything that an account's tokens could still do, on the next request. */
export async function closeAccount(sanctions: SanctionStore, { uid, now }: Removal): Promise<void> {
  await sanctions.change(uid, (stored) =>
    stored?.kind === 'deleted'
      ? stored
      : {
          banned: true,
          denied: [],
          reason: 'The account was deleted.',
          by: 'system',
          at: timeOf(now),
          until: null,
          validAfter: timeOf(now),
          kind: 'deleted',
        },
  );
}

async function removeProfile({ documents }: RemovalStores, { uid }: Removal): Promise<void> {
  await documents.commit([userPath(uid), personPath(uid)].map((path) => ({ act: 'delete', path })));
  await deleteAll(documents, { collection: 'handles', where: [{ field: 'uid', op: '==', value: uid }] });
}

async function removeInvitations({ documents }: RemovalStores, { uid }: Removal): Promise<void> {
  for (const field of ['uid', 'by']) {
    const invitations = { collection: 'invitations', group: true } as const;
    await deleteAll(documents, { ...invitations, where: [{ field, op: '==', value: uid }] });
  }
}

async function removeOwnDocuments({ documents, pictures }: RemovalStores, { uid }: Removal): Promise<void> {
  const paths = ownDocuments.filter(({ service }) => service === 'firestore').flatMap(({ paths }) => paths);
  // `users/{uid}/private/settings` → `private`.
  for (const collection of new Set(paths.map((path) => path.split('/')[2]))) {
    await deleteAll(documents, { collection: `${userPath(uid)}/${collection}` });
  }
  await pictures.deleteFolder(userPath(uid));
}
