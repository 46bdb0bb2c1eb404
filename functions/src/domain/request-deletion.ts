import { type DeletionRefusal, recentSignInMs } from '@sameboat/model/delete-my-account';
import { userPath } from '@sameboat/model/user';
import { type DocumentStore, eachPage } from './document-store.ts';
import { closeAccount } from './remove-account.ts';
import { hasOthers } from './remove-memberships.ts';
import type { SanctionStore } from './sanction-store.ts';

export interface DeletionPorts {
  readonly documents: DocumentStore;
  readonly sanctions: SanctionStore;
  /** Has the account removed soon, and again until that is done. Asked twice about one account, it does so once. */
  readonly enqueue: (uid: string) => Promise<void>;
}

export interface DeletionRequest {
  readonly uid: string;
  /** As it was typed; null from somebody without a profile. */
  readonly handle: string | null;
  /** When the caller signed in, and now, in milliseconds since the epoch. */
  readonly signedInAt: number;
  readonly now: number;
}

/**
 * Closes an account and has it removed: null when that is under way, and otherwise why not. `signed-out` is a sign-in that
 * was ended. Asked again, it answers the same. Somebody who is banned may do this too: what they wrote is theirs.
 */
export async function requestDeletion(
  ports: DeletionPorts,
  { uid, handle, signedInAt, now }: DeletionRequest,
): Promise<DeletionRefusal | 'signed-out' | null> {
  const sanction = await ports.sanctions.get(uid);
  if (sanction?.kind !== 'deleted') {
    if (signedInAt < (sanction?.validAfter?.toMillis() ?? 0)) return 'signed-out';
    if (now - signedInAt > recentSignInMs) return { reason: 'sign-in-again' };
    const [profile] = await ports.documents.get([userPath(uid)]);
    if ((profile?.data.handle ?? null) !== handle) return { reason: 'wrong-handle' };
    const communityIds = await foundedWithOthers(ports.documents, uid);
    if (communityIds.length > 0) return { reason: 'founder', communityIds };
  }
  // First: should what follows fail, the queue does that as well.
  await ports.enqueue(uid);
  await closeAccount(ports.sanctions, { uid, now });
  return null;
}

/** A community must not lose its founder by surprise: they hand it over, or delete it, while they can. */
async function foundedWithOthers(documents: DocumentStore, uid: string): Promise<string[]> {
  const founded: string[] = [];
  const mine = {
    collection: 'members',
    group: true,
    where: [{ field: 'uid', op: '==', value: uid }],
  } as const;
  await eachPage(documents, mine, async (page) => {
    for (const { path, data } of page) {
      const [, communityId = ''] = path.split('/');
      if (data.role === 'founder' && (await hasOthers(documents, communityId, uid)))
        founded.push(communityId);
    }
  });
  return founded;
}
