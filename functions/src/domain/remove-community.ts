import { communityPath } from '@sameboat/model/community';
import { newNotification, notificationPath } from '@sameboat/model/notification';
import { type DocumentWrite, deleteAll, pageSize, type StoredDocument } from './document-store.ts';
import type { RemovalStores } from './removal.ts';
import { removeCommunityContent } from './remove-community-content.ts';
import { timeOf } from './time-of.ts';

/**
 * Removes what a deleted community has left behind, and tells its members. Each member is told in the commit that ends
 * their membership, so this can stop anywhere and start again. Members go first: nobody else can add anything after them.
 */
export async function removeDeletedCommunity(
  stores: RemovalStores,
  communityId: string,
  now: number,
): Promise<void> {
  const { documents } = stores;
  const community = communityPath(communityId);
  // A late event must not empty a community that is there again.
  if ((await documents.get([community])).length > 0) return;
  for (const role of ['member', 'moderator']) await removeMembers(stores, communityId, role, now);
  await removeCommunityContent(stores, communityId);
  // Last, as the founder could found another one under this id while they are not its member. Then once more what they
  // may have created meanwhile.
  await deleteAll(documents, { collection: `${community}/members` });
  await removeCommunityContent(stores, communityId);
}

async function removeMembers(
  { documents }: RemovalStores,
  communityId: string,
  role: string,
  now: number,
): Promise<void> {
  for (;;) {
    const page = await documents.find({
      collection: `${communityPath(communityId)}/members`,
      where: [{ field: 'role', op: '==', value: role }],
      limit: pageSize,
    });
    if (page.length === 0) return;
    await documents.commit(page.flatMap((member) => farewell(member, communityId, now)));
  }
}

/** The name is left out: a notification names no community. */
function farewell({ path }: StoredDocument, communityId: string, now: number): readonly DocumentWrite[] {
  const uid = path.slice(path.lastIndexOf('/') + 1);
  const data = newNotification(
    {
      type: 'moderation',
      text: 'A community that you were in was deleted by its founder, with its chats and everything in them.',
      target: '/discover',
    },
    timeOf(now),
  );
  return [
    { act: 'set', path: notificationPath(uid, `deleted_${communityId}`), data },
    { act: 'delete', path },
  ];
}
