import type { ExportCursor, ExportPage } from '@sameboat/model/export-my-data';
import { parseImagePath } from '@sameboat/model/image';
import { type ExportedDataId, everyPersonalData, personalData } from '@sameboat/model/personal-data';
import { userPath } from '@sameboat/model/user';
import { readMatchMessages, readReactions } from './chat-sections.ts';
import { type ExportStores, exportPageSize, type SectionReader } from './export-stores.ts';
import { readChats, readCircles, readCommunities, readMessages } from './membership-sections.ts';
import { pick } from './readable.ts';
import { byField, oneDocument, ownCollection } from './simple-sections.ts';

/** How each file of the export is read. */
const readers: Readonly<Record<ExportedDataId, SectionReader>> = {
  account: async ({ readAccount }, uid) => {
    const account = await readAccount(uid);
    return { items: account ? [account] : [], after: null };
  },
  profile: async (stores, uid, after) => ({
    ...(await oneDocument('profile')(stores, uid, after)),
    pictures: await stores.pictures.listFolder(userPath(uid)),
  }),
  listing: oneDocument('listing'),
  privateProfile: oneDocument('privateProfile'),
  settings: oneDocument('settings'),
  blocks: readBlocks,
  inbox: ownCollection('inbox', ({ data }) =>
    pick(data, ['type', 'name', 'muted', 'pinned', 'readAt', 'unread', 'mentions']),
  ),
  notifications: ownCollection('notifications'),
  pace: ownCollection('pace', ({ path, data }) => ({
    act: lastOf(path),
    ...pick(data, ['since', 'at', 'count']),
  })),
  uploads: ownCollection('uploads', ({ data }) => pick(data, ['at'])),
  communityMemberships: readCommunities,
  chatMemberships: readChats,
  circleMemberships: readCircles,
  chatInvitations: byField('chatInvitations', ({ data }) => pick(data, ['at'])),
  sentInvitations: byField('sentInvitations', ({ data }) => pick(data, ['at'])),
  messages: readMessages,
  matches: readMatchMessages,
  reactions: readReactions,
  startedChats: byField('startedChats', ({ data }) =>
    data.type === 'direct' ? undefined : pick(data, ['name', 'about', 'access', 'createdAt']),
  ),
  startedCircles: byField('startedCircles', ({ data }) =>
    pick(data, ['name', 'about', 'rules', 'createdAt', 'expiresAt']),
  ),
  writtenReports: byField('writtenReports', ({ data }) =>
    pick(data, ['createdAt', 'reason', 'note', 'status', 'resolution']),
  ),
  sanction: oneDocument('sanction', ({ data }) =>
    pick(data, ['banned', 'denied', 'reason', 'at', 'until', 'validAfter']),
  ),
};

const sections = everyPersonalData.map(({ id }) => id).filter(isExported);

/**
 * One page of what is stored about somebody, all of it their own: the cursor says how far they have come, and never whose
 * it is. Goes over what is empty, so each page but the last has something in it.
 */
export async function readExportPage(
  stores: ExportStores,
  uid: string,
  cursor: ExportCursor | null,
): Promise<ExportPage> {
  let { section, page, after } = cursor ?? { section: 0, page: 1, after: null };
  for (let id = sections[section]; id !== undefined; id = sections[section]) {
    const read = await readers[id](stores, uid, after);
    const next: ExportCursor =
      read.after === null
        ? { section: section + 1, page: 1, after: null }
        : { section, page: page + 1, after: read.after };
    const pictures = (read.pictures ?? []).filter((path) => parseImagePath(path) !== null);
    if (read.items.length > 0 || pictures.length > 0) {
      const name = `${personalData[id].file}${page === 1 ? '' : `-${page}`}.json`;
      const files = read.items.length > 0 ? [{ name, text: `${JSON.stringify(read.items, null, 2)}\n` }] : [];
      return { files, pictures, next, done: next.section, of: sections.length };
    }
    ({ section, page, after } = next);
  }
  return { files: [], pictures: [], next: null, done: sections.length, of: sections.length };
}

function isExported(id: string): id is ExportedDataId {
  return id in readers;
}

/** Whom somebody blocked, by the names that everybody can see. */
async function readBlocks(
  { documents }: ExportStores,
  uid: string,
  after: string | null,
): ReturnType<SectionReader> {
  const page = await documents.find({
    collection: `${userPath(uid)}/blocks`,
    limit: exportPageSize,
    after: after ?? undefined,
  });
  const users = await documents.get(page.map(({ path }) => userPath(lastOf(path))));
  const items = page.map(({ path, data }) => {
    const user = users.find((each) => each.path === userPath(lastOf(path)));
    return { ...pick(user?.data ?? {}, ['handle', 'displayName']), ...pick(data, ['since']) };
  });
  return { items, after: page.length < exportPageSize ? null : (page.at(-1)?.path ?? null) };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
