import { chatPath } from '@sameboat/model/chat';
import { circlePath } from '@sameboat/model/circle';
import { circleMemberPath } from '@sameboat/model/circle-member';
import { communityPath } from '@sameboat/model/community';
import { lobbySeatPath } from '@sameboat/model/lobby-seat';
import type { StoredDocument } from '../document-store.ts';
import { type ExportStores, exportPageSize, type SectionReader } from './export-stores.ts';
import { pick } from './readable.ts';
import { fieldQuery } from './simple-sections.ts';

/** Communities, with the words of those that somebody founded: they go when nobody else is in them. */
export const readCommunities: SectionReader = async (stores, uid, after) => {
  const { memberships, places, next } = await readMemberships(stores, uid, { after, of: 'communities' });
  const items = memberships.map(({ path, data }) => {
    const community = places.get(communityPath(idIn(path))) ?? {};
    const founded = data.role === 'founder' ? ['about', 'rules', 'topic', 'place', 'createdAt'] : [];
    return {
      ...pick(community, ['name', ...founded]),
      ...pick(data, ['role', 'joinedAt', 'listed', 'shows']),
    };
  });
  return { items, after: next };
};

/** Chats, and the pictures that somebody uploaded into them. */
export const readChats: SectionReader = async (stores, uid, after) => {
  const { memberships, places, next } = await readMemberships(stores, uid, { after, of: 'chats' });
  const pictures: string[] = [];
  for (const { path, data } of memberships) {
    const owner = typeof data.alias === 'string' ? data.alias : uid;
    pictures.push(...(await stores.pictures.listFolder(`${chatPath(idIn(path))}/images/${owner}`)));
  }
  const items = memberships.map(({ path, data }) => ({
    ...pick(places.get(chatPath(idIn(path))) ?? {}, ['type', 'name']),
    ...pick(data, ['role', 'joinedAt', 'readAt', 'name']),
  }));
  return { items, pictures, after: next };
};

/** Circles do not name their members in a field: each is asked. */
export const readCircles: SectionReader = async ({ documents }, uid, after) => {
  const page = await documents.find({
    collection: 'circles',
    limit: exportPageSize,
    after: after ?? undefined,
  });
  const ids = page.map(({ path }) => path.slice('circles/'.length));
  const mine = await documents.get(ids.flatMap((id) => [circleMemberPath(id, uid), lobbySeatPath(id, uid)]));
  const items = mine.map(({ path, data }) => {
    const circle = page.find((each) => each.path === circlePath(idIn(path)));
    return {
      circle: circle?.data.name,
      ...pick(data, ['name', 'joinedAt', 'expiresAt', 'waitingSince', 'seenAt']),
    };
  });
  return { items, after: page.length < exportPageSize ? null : (page.at(-1)?.path ?? null) };
};

/** Messages under the uid, each with the name of its chat. */
export const readMessages: SectionReader = async (stores, uid, after) => {
  const page = await stores.documents.find({
    ...fieldQuery('messages', uid),
    limit: exportPageSize,
    after: after ?? undefined,
  });
  const chats = await readPlaces(stores, page);
  return {
    items: page.map((message) => toMessage(message, chats.get(placeOf(message.path))?.name)),
    pictures: page.flatMap(({ data }) => picturesOf(data.images)),
    after: page.length < exportPageSize ? null : (page.at(-1)?.path ?? null),
  };
};

/** A message as its author reads it: nothing of what others did with it. */
export function toMessage({ data }: StoredDocument, chat: unknown): Record<string, unknown> {
  return {
    chat: chat || 'a private chat',
    ...pick(data, ['createdAt', 'text', 'contentNote', 'images', 'editedAt', 'deletedAt']),
  };
}

export function picturesOf(images: unknown): string[] {
  const list: unknown[] = Array.isArray(images) ? images : [];
  return list.flatMap((image) =>
    typeof image === 'object' && image !== null && 'path' in image && typeof image.path === 'string'
      ? [image.path]
      : [],
  );
}

async function readMemberships(
  stores: ExportStores,
  uid: string,
  { after, of }: { readonly after: string | null; readonly of: 'communities' | 'chats' },
) {
  const page = await stores.documents.find({
    ...fieldQuery('chatMemberships', uid),
    limit: exportPageSize,
    after: after ?? undefined,
  });
  const memberships = page.filter(({ path }) => path.startsWith(`${of}/`));
  const next = page.length < exportPageSize ? null : (page.at(-1)?.path ?? null);
  return { memberships, places: await readPlaces(stores, memberships), next };
}

/** The chats or communities that these documents lie in, by path. */
async function readPlaces({ documents }: ExportStores, inside: readonly StoredDocument[]) {
  const found = await documents.get([...new Set(inside.map(({ path }) => placeOf(path)))]);
  return new Map(found.map(({ path, data }) => [path, data]));
}

/** `chats/{id}/messages/{id}` → `chats/{id}`. */
function placeOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function idIn(path: string): string {
  return path.split('/')[1] ?? '';
}
