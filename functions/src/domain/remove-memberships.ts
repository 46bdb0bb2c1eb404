import { chatPath } from '@sameboat/model/chat';
import { circleMemberPath } from '@sameboat/model/circle-member';
import { communityPath } from '@sameboat/model/community';
import { communityMemberPath } from '@sameboat/model/community-member';
import { lobbySeatPath } from '@sameboat/model/lobby-seat';
import { matchPairPath } from '@sameboat/model/match';
import { compareTimes, isFirestoreTime } from '@sameboat/model/time';
import { typingPath } from '@sameboat/model/typing';
import {
  type DocumentStore,
  type DocumentWrite,
  eachPage,
  pageSize,
  removedField,
  type StoredDocument,
} from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';
import { removeCommunityContent } from './remove-community-content.ts';
import { removeMessagesOfMatch } from './remove-messages.ts';
import { removeReactions } from './remove-traces.ts';
import { timeOf } from './time-of.ts';

/** Communities and chats. Each departure is an event of its own, which counts and takes the inbox row along. */
export async function removeMemberships(stores: RemovalStores, removal: Removal): Promise<void> {
  for (;;) {
    const page = await stores.documents.find({
      collection: 'members',
      group: true,
      where: [{ field: 'uid', op: '==', value: removal.uid }],
      limit: pageSize,
    });
    if (page.length === 0) return;
    for (const membership of page) {
      const leave = membership.path.startsWith('communities/') ? leaveCommunity : leaveChat;
      await leave(stores, removal, membership);
    }
  }
}

async function leaveCommunity(
  stores: RemovalStores,
  { uid }: Removal,
  { path, data }: StoredDocument,
): Promise<void> {
  const id = idIn(path);
  const goes: DocumentWrite = { act: 'delete', path };
  if (data.role !== 'founder') return stores.documents.commit([goes]);
  if (await hasOthers(stores.documents, id, uid)) {
    return stores.documents.commit([goes, ...(await handOver(stores.documents, id))]);
  }
  await removeCommunityContent(stores, id);
  await stores.documents.commit([goes, { act: 'delete', path: communityPath(id) }]);
}

async function leaveChat(
  stores: RemovalStores,
  removal: Removal,
  { path, data }: StoredDocument,
): Promise<void> {
  const id = idIn(path);
  const { alias } = data;
  if (typeof alias === 'string') await endMatch(stores, removal, { chatId: id, alias });
  else await removeReactions(stores.documents, id, removal.uid);
  const senderId = typeof alias === 'string' ? alias : removal.uid;
  await stores.pictures.deleteFolder(`${chatPath(id)}/images/${senderId}`);
  await stores.documents.commit([
    { act: 'delete', path },
    { act: 'delete', path: typingPath(id, senderId) },
  ]);
}

/** `chats/{id}/members/{uid}` → `{id}`. */
function idIn(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Whether somebody else is in a community. */
export async function hasOthers(
  documents: DocumentStore,
  communityId: string,
  uid: string,
): Promise<boolean> {
  const members = await documents.find({ collection: `${communityPath(communityId)}/members`, limit: 2 });
  return members.some((member) => member.path !== communityMemberPath(communityId, uid));
}

/** The moderator who came first becomes the founder; without one the community stays without a founder. */
async function handOver(documents: DocumentStore, communityId: string): Promise<readonly DocumentWrite[]> {
  const moderators = await documents.find({
    collection: `${communityPath(communityId)}/members`,
    where: [{ field: 'role', op: '==', value: 'moderator' }],
    limit: pageSize,
  });
  const [oldest] = moderators.toSorted((a, b) => compareJoining(a, b));
  return oldest ? [{ act: 'update', path: oldest.path, change: { role: 'founder' } }] : [];
}

function compareJoining(a: StoredDocument, b: StoredDocument): number {
  const [one, other] = [a.data.joinedAt, b.data.joinedAt];
  return isFirestoreTime(one) && isFirestoreTime(other) ? compareTimes(one, other) : 0;
}

/** The alias leads nowhere once the membership is gone, so what was said under it goes first. */
async function endMatch(
  stores: RemovalStores,
  { now }: Removal,
  { chatId, alias }: { readonly chatId: string; readonly alias: string },
): Promise<void> {
  await removeMessagesOfMatch(stores, { chatId, alias, now });
  const [chat] = await stores.documents.get([chatPath(chatId)]);
  const writes: DocumentWrite[] = [{ act: 'delete', path: matchPairPath(chatId) }];
  if (chat) {
    const ended = chat.data.endedAt === null ? { endedAt: timeOf(now) } : {};
    const change = { ...ended, [`people.${alias}`]: removedField };
    writes.push({ act: 'update', path: chat.path, change });
  }
  await stores.documents.commit(writes);
}

/** Memberships of circles do not name the person in a field: each circle is asked. There are three days of them. */
export async function removeCircleSeats({ documents }: RemovalStores, { uid }: Removal): Promise<void> {
  await eachPage(documents, { collection: 'circles' }, async (page) => {
    const ids = page.map(({ path }) => path.slice('circles/'.length));
    const found = await documents.get(
      ids.flatMap((id) => [circleMemberPath(id, uid), lobbySeatPath(id, uid)]),
    );
    if (found.length > 0) await documents.commit(found.map(({ path }) => ({ act: 'delete', path })));
  });
}
