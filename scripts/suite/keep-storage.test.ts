import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Keeper } from './keep-looking.ts';
import { keepStorage } from './keep-storage.ts';

/** What Storage's emulator answers to the three questions that are asked of it. */
const stored = new Map<string, { generation: number; bytes: Buffer; listedAs?: Buffer; encoding?: string }>();
let read: string[] = [];
const describeObject = (name: string) => {
  const { generation = 0, bytes = Buffer.alloc(0), listedAs = bytes } = stored.get(name) ?? {};
  return {
    kind: 'storage#object',
    name,
    bucket: 'b',
    generation: String(generation),
    metageneration: '2',
    size: String(listedAs.length),
    md5Hash: createHash('md5').update(listedAs).digest('base64'),
    crc32c: 'AAAAKg==',
    etag: 'tag',
    timeCreated: '2026-01-01T00:00:00.000Z',
    updated: '2026-01-02T00:00:00.000Z',
    storageClass: 'STANDARD',
    contentType: 'image/png',
    metadata: { mood: 'good', firebaseStorageDownloadTokens: 't1,t2' },
    mediaLink: 'http://elsewhere',
  };
};
const storage = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://x');
  const name = decodeURIComponent(pathname.slice('/b/b/o/'.length));
  const file = stored.get(name);
  if (pathname === '/b') response.end('{"items":[{"kind":"storage#bucket","id":"b"}]}');
  else if (pathname === '/b/b/o')
    response.end(JSON.stringify({ items: [...stored.keys()].map(describeObject) }));
  else if (file) {
    read.push(name);
    if (file.encoding) response.setHeader('content-encoding', file.encoding);
    response.end(file.bytes);
  } else response.writeHead(404).end('Not Found');
});

let host = '';
let directory = '';
let keeper: Keeper;
beforeAll(async () => {
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(storage.address() as AddressInfo).port}`;
});
afterAll(() => {
  storage.close();
});
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'keep-storage-')), 'storage');
  stored.clear();
  read = [];
  keeper = keepStorage(host, directory);
});
afterEach(() => {
  keeper.stop();
  rmSync(join(directory, '..'), { recursive: true, force: true });
});

/** What an import would find: names, and the bytes that go with them. */
function importable(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(directory, 'metadata')).map((file) => {
      const { name } = JSON.parse(readFileSync(join(directory, 'metadata', file), 'utf8')) as {
        name: string;
      };
      return [name, readFileSync(join(directory, 'blobs', file.replace(/\.json$/, '')), 'latin1')];
    }),
  );
}
const isSealed = () => existsSync(join(directory, 'buckets.json'));

it('keeps each file and what is known of it, as an import reads them', async () => {
  stored.set('a b/ü.png', { generation: 7, bytes: Buffer.from('picture') });
  await keeper.look();
  expect(importable()).toEqual({ 'a b/ü.png': 'picture' });
  const [file = ''] = readdirSync(join(directory, 'metadata'));
  expect(JSON.parse(readFileSync(join(directory, 'metadata', file), 'utf8'))).toEqual({
    name: 'a b/ü.png',
    bucket: 'b',
    generation: 7,
    metageneration: 2,
    size: 7,
    md5Hash: createHash('md5').update('picture').digest('base64'),
    crc32c: '42',
    etag: 'tag',
    timeCreated: '2026-01-01T00:00:00.000Z',
    updated: '2026-01-02T00:00:00.000Z',
    storageClass: 'STANDARD',
    contentType: 'image/png',
    customMetadata: { mood: 'good', firebaseStorageDownloadTokens: 't1,t2' },
  });
  expect(JSON.parse(readFileSync(join(directory, 'buckets.json'), 'utf8'))).toEqual({
    buckets: [{ id: 'b' }],
  });
});

it('follows what is replaced and deleted, and reads nothing twice', async () => {
  stored.set('stays', { generation: 1, bytes: Buffer.from('1') });
  stored.set('changes', { generation: 1, bytes: Buffer.from('old') });
  stored.set('goes', { generation: 1, bytes: Buffer.from('2') });
  await keeper.look();
  stored.set('changes', { generation: 2, bytes: Buffer.from('new') });
  stored.delete('goes');
  await keeper.look();
  expect(importable()).toEqual({ stays: '1', changes: 'new' });
  expect(readdirSync(join(directory, 'blobs'))).toHaveLength(2);
  expect(read).toEqual(['stays', 'changes', 'goes', 'changes']);
});

it('goes on from what an earlier run has kept', async () => {
  stored.set('a', { generation: 1, bytes: Buffer.from('1') });
  await keeper.look();
  const again = keepStorage(host, directory);
  await again.look();
  again.stop();
  expect(read).toEqual(['a']);
});

it('leaves its folder alone while nothing changes', async () => {
  await keeper.look();
  const { ino } = statSync(join(directory, 'buckets.json'));
  await keeper.look();
  expect(statSync(join(directory, 'buckets.json')).ino).toBe(ino);
});

it('never puts the bytes of one version beside the metadata of another, and seals nothing that is not whole', async () => {
  stored.set('whole', { generation: 1, bytes: Buffer.from('1') });
  stored.set('changing', { generation: 1, bytes: Buffer.from('later'), listedAs: Buffer.from('earlier') });
  await keeper.look();
  expect(importable()).toEqual({ whole: '1' });
  expect(isSealed()).toBe(false);
  stored.set('changing', { generation: 2, bytes: Buffer.from('later') });
  await keeper.look();
  expect(importable()).toEqual({ whole: '1', changing: 'later' });
  expect(isSealed()).toBe(true);
});

it('keeps a packed file packed', async () => {
  const bytes = gzipSync('text');
  stored.set('packed', { generation: 1, bytes, encoding: 'gzip' });
  await keeper.look();
  expect(importable()).toEqual({ packed: bytes.toString('latin1') });
});

it('sees a new file by itself, within a second or two', async () => {
  stored.set('a', { generation: 1, bytes: Buffer.from('1') });
  await vi.waitFor(() => expect(isSealed()).toBe(true), { timeout: 5000 });
});
