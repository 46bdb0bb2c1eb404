import type { ExportCursor } from '@sameboat/model/export-my-data';
import { everyPersonalData } from '@sameboat/model/personal-data';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../document-store.ts';
import { MemoryDocuments } from '../memory-document-store.fixture.ts';
import { timeOf } from '../time-of.ts';
import { ownsPicture } from './owns-picture.ts';
import { readExportPage } from './read-export-page.ts';

const file = 'a'.repeat(20);

const message = (senderId: string, text: string, more: Fields = {}): Fields => ({
  senderId,
  text,
  images: [],
  reactions: {},
  createdAt: timeOf(1_000),
  deletedAt: null,
  ...more,
});

/** Ada, who is everywhere, and Ben, whose words and secrets are his. */
function world(): MemoryDocuments {
  return new MemoryDocuments({
    'users/ada': { handle: 'ada_l', displayName: 'Ada', createdAt: timeOf(1_000) },
    'users/ben': { handle: 'ben_k', displayName: 'Ben' },
    'users/ada/private/profile': { topics: ['sleep'] },
    'users/ada/private/settings': { theme: 'dark' },
    'users/ben/private/profile': { topics: ['secret of ben'] },
    'users/ada/blocks/ben': { since: timeOf(2_000) },
    'users/ben/blocks/ada': { since: timeOf(2_000) },
    'users/ada/inbox/evening': { name: 'Evening', last: { text: 'secret of ben', senderName: 'Ben' } },
    'users/ada/notifications/n1': { text: 'A new community' },
    'users/ada/pace/message': { at: timeOf(3_000), chatId: 'evening' },
    'users/ada/uploads/u1': { target: 'chats/evening', at: timeOf(3_000) },
    'people/ada': { topics: ['sleep'] },
    'communities/harbour': { name: 'Harbour', about: 'by ada', rules: 'kind', topic: 'sleep' },
    'communities/harbour/members/ada': { uid: 'ada', role: 'founder', joinedAt: timeOf(4_000) },
    'communities/wide': { name: 'Wide', about: 'by another' },
    'communities/wide/members/ada': { uid: 'ada', role: 'member', joinedAt: timeOf(4_000) },
    'communities/wide/bans/ada': { reason: 'secret of ben' },
    'chats/evening': { type: 'group', name: 'Evening', about: 'we talk', createdBy: 'ada' },
    'chats/evening/members/ada': { uid: 'ada', role: 'owner' },
    'chats/evening/messages/m1': message('ada', 'words of ada', {
      images: [{ path: `chats/evening/images/ada/${file}` }],
    }),
    'chats/evening/messages/m2': message('ben', 'secret of ben', {
      reactions: { ada: 'heart', ben: 'like' },
    }),
    'chats/inner/invitations/ada': { uid: 'ada', by: 'secret of ben', at: timeOf(6_000) },
    'chats/evening/invitations/ben': { uid: 'secret of ben', by: 'ada', at: timeOf(6_000) },
    'chats/left/messages/m3': message('ada', 'old words of ada'),
    'chats/match': { type: 'match', name: '' },
    'chats/match/members/ada': { uid: 'ada', alias: 'heron' },
    'chats/match/messages/m4': message('heron', 'words of heron'),
    'chats/match/messages/m5': message('otter', 'secret of otter'),
    'circles/c1': { name: 'Night owls', createdBy: 'ada' },
    'circles/c1/members/ada': { name: 'A' },
    'circles/c1/members/ben': { name: 'secret of ben' },
    'reports/r1': { reporterId: 'ada', reason: 'spam', note: 'it was loud', status: 'open' },
    'reports/r2': { reporterId: 'ben', target: { path: 'users/ada' }, note: 'secret of ben' },
    'sanctions/ada': { banned: false, denied: ['direct'], by: 'secret of staff', at: timeOf(5_000) },
    'audit/a1': { actor: 'secret of staff', target: 'users/ada' },
  });
}

const pictures = {
  listFolder: async (folder: string) =>
    folder === 'users/ada' ? [`users/ada/avatar/${file}`, 'users/ada/stray'] : [],
};
const readAccount = async () => ({ email: 'ada@example.org' });

async function exportAll(documents: MemoryDocuments) {
  const files = new Map<string, unknown>();
  const paths: string[] = [];
  let cursor: ExportCursor | null = null;
  let pages = 0;
  do {
    const page = await readExportPage({ documents, pictures, readAccount }, 'ada', cursor);
    for (const { name, text } of page.files) {
      expect(files.has(name), name).toBe(false);
      files.set(name, JSON.parse(text));
    }
    paths.push(...page.pictures);
    expect(page.done).toBeLessThanOrEqual(page.of);
    cursor = page.next;
    pages += 1;
  } while (cursor !== null);
  return { files, paths, pages };
}

describe('an export', () => {
  it('has a file for everything that the table says is exported', async () => {
    const { files } = await exportAll(world());
    const expected = everyPersonalData.flatMap((entry) =>
      entry.file === null ? [] : [`${entry.file}.json`],
    );
    expect([...files.keys()].sort()).toEqual([...expected].sort());
    expect(files.get('profile.json')).toEqual([
      { handle: 'ada_l', displayName: 'Ada', createdAt: '1970-01-01T00:00:01.000Z' },
    ]);
    expect(files.get('blocked-people.json')).toEqual([
      { handle: 'ben_k', displayName: 'Ben', since: '1970-01-01T00:00:02.000Z' },
    ]);
    expect(files.get('reactions.json')).toEqual([
      { chat: 'Evening', messageOf: '1970-01-01T00:00:01.000Z', reaction: 'heart' },
    ]);
    expect(JSON.stringify(files.get('communities.json'))).toContain('by ada');
    expect(JSON.stringify(files.get('messages.json'))).toContain('old words of ada');
    expect(JSON.stringify(files.get('circle-messages.json'))).toContain('words of heron');
  });

  it('has nothing that is somebody else’s', async () => {
    const { files } = await exportAll(world());
    expect(JSON.stringify([...files])).not.toContain('secret');
    expect(JSON.stringify([...files])).not.toContain('by another');
  });

  it('names the pictures that are one’s own, each under a path that the app knows', async () => {
    const { paths } = await exportAll(world());
    expect([...paths].sort()).toEqual([`chats/evening/images/ada/${file}`, `users/ada/avatar/${file}`]);
  });

  it('gives many messages and reactions page by page, each once', async () => {
    const documents = world();
    for (let index = 0; index < 250; index++) {
      documents.stored.set(`chats/evening/messages/x${index}`, message('ada', `word ${index}.`));
      documents.stored.set(
        `chats/evening/messages/y${index}`,
        message('ben', '', { reactions: { ada: 'wow' } }),
      );
    }
    for (let index = 0; index < 30; index++) {
      documents.stored.set(`chats/more${index}`, { type: 'group', name: `More ${index}` });
      documents.stored.set(`chats/more${index}/members/ada`, { uid: 'ada' });
      documents.stored.set(
        `chats/more${index}/messages/m`,
        message('ben', '', { reactions: { ada: 'sad' } }),
      );
    }
    const { files, pages } = await exportAll(documents);
    const words = JSON.stringify([...files]);
    for (let index = 0; index < 250; index++) expect(words.split(`"word ${index}."`).length).toBe(2);
    expect(words.split('"wow"').length - 1).toBe(250);
    expect(words.split('"sad"').length - 1).toBe(30);
    expect(pages).toBeGreaterThan(20);
  });

  it('gives nothing but one’s own to whoever makes up a cursor', async () => {
    const documents = world();
    for (let section = 0; section <= 25; section++) {
      for (const after of [
        'users/a',
        'users/ben/private/profile',
        'chats/evening/messages/m1',
        'chats/a/members/a',
      ]) {
        const page = await readExportPage({ documents, pictures, readAccount }, 'ada', {
          section,
          page: 7,
          after,
        });
        expect(JSON.stringify(page)).not.toContain('secret');
      }
    }
  });
});

describe('a picture of an export', () => {
  it.each([
    [`users/ada/avatar/${file}`, true],
    [`chats/evening/images/ada/${file}`, true],
    [`chats/match/images/heron/${file}`, true],
    [`chats/match/images/otter/${file}`, false],
    [`chats/evening/images/ben/${file}`, false],
    [`chats/evening/images/heron/${file}`, false],
    [`users/ben/avatar/${file}`, false],
    [`communities/harbour/images/ada/${file}`, false],
    ['users/ada', false],
  ])('%s: %s', async (path, owned) => {
    expect(await ownsPicture(world(), 'ada', path)).toBe(owned);
  });
});
