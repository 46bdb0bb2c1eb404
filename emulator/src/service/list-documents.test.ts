import { beforeEach, describe, expect, it } from 'vitest';
import type { ListDocumentsOptions } from './firestore-service.ts';
import type { LocalFirestore } from './options.ts';
import type { Caller, Consistency } from './requests.ts';
import { ADMIN, ALICE, DATABASE, openService, STRONG, set } from './service-fixture.ts';

const DEFAULTS: ListDocumentsOptions = {
  pageSize: null,
  pageToken: '',
  orderBy: '',
  mask: null,
  showMissing: false,
  consistency: STRONG,
};
let service: LocalFirestore;
let firstCommit: Consistency;

beforeEach(async () => {
  service = openService().service;
  const write = (...paths: string[]) =>
    service.commit(
      ADMIN,
      DATABASE,
      paths.map((path) => set(path, { m: 1n, n: 2n })),
      null,
    );
  firstCommit = { kind: 'readTime', time: (await write('c/a', 'd/b')).commitTime };
  await write('c/b', 'a/z', 'B/x', 'c/m/sub/x', 'e/q/sub/y', 'c/a/s/1', 'c/a/t/2');
});

const list = (
  parent: string,
  collectionId: string | null,
  options: Partial<ListDocumentsOptions> = {},
  caller: Caller = ADMIN,
) => service.listDocuments(caller, DATABASE, parent, collectionId, { ...DEFAULTS, ...options });
const paths = async (...args: Parameters<typeof list>): Promise<string[]> =>
  (await list(...args)).documents.map((each) => each.path);

async function pages(
  parent: string,
  collectionId: string | null,
  options: Partial<ListDocumentsOptions>,
): Promise<string[][]> {
  const found: string[][] = [];
  let pageToken = '';
  do {
    const page = await list(parent, collectionId, { ...options, pageToken });
    found.push(page.documents.map((each) => each.path));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  return found;
}

describe('listDocuments', () => {
  it('lists one level below a parent in name order when no collection is given', async () => {
    expect(await paths('', null)).toStrictEqual(['B/x', 'a/z', 'c/a', 'c/b', 'd/b']);
    expect(await paths('', null, {}, ALICE)).toStrictEqual(['B/x', 'a/z', 'c/a', 'c/b', 'd/b']);
    expect(await paths('c/a', null)).toStrictEqual(['c/a/s/1', 'c/a/t/2']);
    expect(await paths('c/m', null)).toStrictEqual(['c/m/sub/x']);
    expect(await paths('c/zz', null)).toStrictEqual([]);
    expect(await paths('', null, { orderBy: '__name__ asc' })).toHaveLength(5);
  });

  it('pages, with a token after each full page', async () => {
    expect(await pages('', null, { pageSize: 1 })).toStrictEqual([
      ['B/x'],
      ['a/z'],
      ['c/a'],
      ['c/b'],
      ['d/b'],
      [],
    ]);
    expect(await pages('', null, { pageSize: 2 })).toStrictEqual([['B/x', 'a/z'], ['c/a', 'c/b'], ['d/b']]);
    expect(await pages('c/a', null, { pageSize: 2 })).toStrictEqual([['c/a/s/1', 'c/a/t/2'], []]);
    expect(await pages('', 'c', { pageSize: 1, orderBy: 'n desc' })).toStrictEqual([['c/b'], ['c/a'], []]);
    expect(await pages('', 'c', { pageSize: 2, showMissing: true })).toStrictEqual([['c/a', 'c/b'], ['c/m']]);
  });

  it('shows missing documents that have something below them, to administrators', async () => {
    const { documents } = await list('', 'c', { showMissing: true });
    expect(documents.map((each) => [each.path, 'fields' in each])).toStrictEqual([
      ['c/a', true],
      ['c/b', true],
      ['c/m', false],
    ]);
    await expect(list('', 'c', { showMissing: true }, ALICE)).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });

  it('reads through a mask and at an earlier time', async () => {
    const { documents } = await list('', 'c', { mask: [['n']] });
    expect(documents[0]).toMatchObject({ fields: new Map([['n', 2n]]) });
    expect(await paths('', null, { consistency: firstCommit })).toStrictEqual(['c/a', 'd/b']);
  });

  it.each<[string, string | null, Partial<ListDocumentsOptions>]>([
    ['Firestore does not support descending key scans', null, { orderBy: '__name__ desc' }],
    ['Firestore does not support descending key scans', 'c', { orderBy: '__name__ desc' }],
    ['kind is required for all orders except __key__ ascending', null, { orderBy: 'n desc' }],
    ['collection id must be set when show_missing is true', null, { showMissing: true, orderBy: 'n' }],
    ['Page size must be nonnegative.', null, { showMissing: true, pageSize: -1 }],
    ['Page size must be nonnegative.', 'c', { showMissing: true, orderBy: 'n', pageSize: -1 }],
    ['order by must not be set when show_missing is true', 'c', { showMissing: true, orderBy: '__name__' }],
    ['Invalid page token.', 'c', { pageToken: '!' }],
  ])('refuses with: %s', async (message, collectionId, options) => {
    await expect(list('', collectionId, options)).rejects.toThrow(message);
  });
});

describe('listCollectionIds', () => {
  it('names what lies directly below, also where only deeper documents exist, page by page', async () => {
    const ids = (parent: string, pageSize: number | null, pageToken = '') =>
      service.listCollectionIds(ADMIN, DATABASE, parent, { pageSize, pageToken, readTime: null });
    expect((await ids('', null)).collectionIds).toStrictEqual(['B', 'a', 'c', 'd', 'e']);
    expect((await ids('c/a', null)).collectionIds).toStrictEqual(['s', 't']);
    const first = await ids('', 2);
    expect(first.collectionIds).toStrictEqual(['B', 'a']);
    expect((await ids('', 9, first.nextPageToken)).collectionIds).toStrictEqual(['c', 'd', 'e']);
    await expect(
      service.listCollectionIds(ALICE, DATABASE, '', { pageSize: null, pageToken: '', readTime: null }),
    ).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });
});
