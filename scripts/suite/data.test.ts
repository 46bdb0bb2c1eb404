import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataDirectory } from './data.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sameboat-data-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeExport(path: string, content: string, sealed = true): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'accounts.json'), content);
  if (sealed) writeFileSync(join(path, 'firebase-export-metadata.json'), '{}');
}

const kept = (path: string) => readFileSync(join(path, 'accounts.json'), 'utf8');

describe('the data directory of npm start', () => {
  it('is empty at first', () => {
    expect(dataDirectory(root).exists()).toBe(false);
  });

  it('takes a whole export in the place of the old one', () => {
    const data = dataDirectory(root);
    writeExport(data.path, 'old');
    writeExport(data.next, 'new');
    expect(data.adopt()).toBe(true);
    expect(kept(data.path)).toBe('new');
    expect(existsSync(data.next)).toBe(false);
  });

  it('keeps the old data when the new export was cut short', () => {
    const data = dataDirectory(root);
    writeExport(data.path, 'old');
    writeExport(data.next, 'half', false);
    expect(data.adopt()).toBe(false);
    expect(kept(data.path)).toBe('old');
  });

  it('finds the good copy after a crash in the middle of the exchange', () => {
    const data = dataDirectory(root);
    writeExport(data.path, 'old');
    renameSync(data.path, join(root, '.sameboat', 'data-old'));
    data.adopt();
    expect(data.exists()).toBe(true);
    expect(kept(data.path)).toBe('old');
  });

  it('forgets everything when told to start afresh', () => {
    const data = dataDirectory(root);
    writeExport(data.path, 'old');
    writeExport(data.next, 'new');
    data.clear();
    expect(data.adopt()).toBe(false);
    expect(data.exists()).toBe(false);
  });

  it('has nothing to recover after a stop in good order', () => {
    const data = dataDirectory(root);
    writeFileSync(data.journal, 'firestore-journal 1\n');
    expect(data.recover()).toBe(false);
    expect(data.exists()).toBe(false);
  });

  it('drops journal and accounts only once an export that holds them has been adopted', () => {
    const data = dataDirectory(root);
    writeFileSync(data.journal, 'x'.repeat(100));
    writeFileSync(data.accounts, 'accounts');
    writeExport(data.next, 'half', false);
    data.adopt();
    expect(data.recover()).toBe(true);
    writeExport(data.next, 'new');
    data.adopt();
    expect([existsSync(data.journal), existsSync(data.accounts)]).toEqual([false, false]);
    expect(data.recover()).toBe(false);
  });

  it('puts the accounts of a killed run into the export before, and leaves the rest of it alone', () => {
    const data = dataDirectory(root);
    mkdirSync(join(data.path, 'auth_export'), { recursive: true });
    writeFileSync(join(data.path, 'auth_export', 'accounts.json'), 'old');
    const metadata = {
      version: '15',
      firestore: { path: 'f' },
      auth: { version: '15', path: 'auth_export' },
    };
    writeFileSync(join(data.path, 'firebase-export-metadata.json'), JSON.stringify(metadata));
    writeFileSync(data.accounts, 'new');
    expect(data.recover()).toBe(true);
    expect(readFileSync(join(data.path, 'auth_export', 'accounts.json'), 'utf8')).toBe('new');
    expect(JSON.parse(readFileSync(join(data.path, 'firebase-export-metadata.json'), 'utf8'))).toEqual(
      metadata,
    );
  });

  it('makes an export of the accounts alone when the first run of all was killed', () => {
    const data = dataDirectory(root);
    writeFileSync(data.accounts, 'first');
    expect(data.recover()).toBe(true);
    expect(data.exists()).toBe(true);
    expect(readFileSync(join(data.path, 'auth_export', 'accounts.json'), 'utf8')).toBe('first');
    expect(JSON.parse(readFileSync(join(data.path, 'firebase-export-metadata.json'), 'utf8'))).toMatchObject({
      auth: { path: 'auth_export' },
    });
  });

  it("puts Storage's files of a killed run in the place of the export's own, those that were deleted since included", () => {
    const data = dataDirectory(root);
    const write = (folder: string, name: string) => {
      mkdirSync(join(folder, 'blobs'), { recursive: true });
      writeFileSync(join(folder, 'blobs', name), name);
    };
    mkdirSync(data.path, { recursive: true });
    const metadata = { version: '15', storage: { version: '15', path: 'storage_export' } };
    writeFileSync(join(data.path, 'firebase-export-metadata.json'), JSON.stringify(metadata));
    write(join(data.path, 'storage_export'), 'deleted');
    write(data.storage, 'new');
    writeFileSync(join(data.storage, 'buckets.json'), '{}');
    expect(data.recover()).toBe(true);
    expect(readdirSync(join(data.path, 'storage_export', 'blobs'))).toEqual(['new']);
    expect(existsSync(join(data.path, 'storage_export', 'buckets.json'))).toBe(true);
    writeExport(data.next, 'new');
    data.adopt();
    expect(existsSync(data.storage)).toBe(false);
  });

  it("does not take a part of Storage's files for all of them", () => {
    const data = dataDirectory(root);
    mkdirSync(join(data.storage, 'blobs'), { recursive: true });
    expect(data.recover()).toBe(false);
    expect(data.exists()).toBe(false);
  });

  it('forgets what is left to recover when told to start afresh', () => {
    const data = dataDirectory(root);
    writeFileSync(data.journal, 'x'.repeat(100));
    writeFileSync(data.accounts, 'accounts');
    data.clear();
    expect(data.recover()).toBe(false);
  });
});
