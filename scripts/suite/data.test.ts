import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
});
