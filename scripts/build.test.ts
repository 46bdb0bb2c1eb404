import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build, fingerprint, inputsOf } from './build.ts';

let folder = '';
let root = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sameboat-build-'));
  root = join(folder, 'project');
  for (const [path, text] of Object.entries(project)) write(path, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A workspace that needs another one, and one beside them. */
const project = {
  'package-lock.json': '{}',
  'tsconfig.base.json': '{}',
  'web/package.json': '{"dependencies":{"@sameboat/model":"0.1.0","react":"19"}}',
  'web/index.html': '<!doctype html>',
  'web/service-worker.js': 'const a = 1;',
  'web/src/main.ts': 'one',
  'web/public/mark.svg': '<svg/>',
  'model/package.json': '{}',
  'model/src/message.ts': 'two',
  'emulator/package.json': '{}',
  'emulator/build.mjs': '',
};
const ofWeb = Object.keys(project).filter((path) => !path.startsWith('emulator/'));

const built = (at = root) => fingerprint(at, inputsOf(at, 'web'));

describe('the fingerprint of what is built', () => {
  it('is taken of the workspace, of those that it depends on, and of what is installed', () => {
    expect([...inputsOf(root, 'web')].sort()).toEqual([...ofWeb].sort());
  });

  it.each(ofWeb)('changes with %s', (path) => {
    const before = built();
    write(path, `${project[path as keyof typeof project]} `);
    expect(built()).not.toBe(before);
  });

  it('changes with a file that is added, renamed or removed', () => {
    const prints = [built()];
    write('web/src/data/added.ts', 'three');
    prints.push(built());
    renameSync(join(root, 'web/src/data/added.ts'), join(root, 'web/src/data/renamed.ts'));
    prints.push(built());
    rmSync(join(root, 'web/src/main.ts'));
    prints.push(built());
    expect(new Set(prints).size).toBe(4);
  });

  it('does not change with what no build reads', () => {
    const before = built();
    write('web/src/main.test.ts', 'a test');
    write('web/src/ui/button.test.tsx', 'a test');
    write('web/dist/index.html', 'built');
    write('web/node_modules/react/index.js', 'installed');
    write('emulator/src/server.ts', 'another workspace');
    expect(built()).toBe(before);
  });

  it('is the same wherever the project lies', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    for (const name of new Set(ofWeb.map((path) => path.split('/')[0] ?? '')))
      symlinkSync(join(root, name), join(elsewhere, name));
    expect(built(elsewhere)).toBe(built());
  });
});

describe('a build', () => {
  const output = () => readFileSync(join(root, 'emulator', 'dist', 'out'), 'utf8');
  /** Adds a line to what it has built, so that it can be told how often it ran. */
  const program = `
    import { appendFileSync, mkdirSync } from 'node:fs';
    mkdirSync('emulator/dist', { recursive: true });
    appendFileSync('emulator/dist/out', 'built ');
  `;
  beforeEach(() => write('emulator/build.mjs', program));

  it('is done once for the same sources, and again when they change', async () => {
    await build(root, ['emulator']);
    await build(root, ['emulator']);
    expect(output()).toBe('built ');
    write('emulator/src/server.ts', 'new');
    await build(root, ['emulator']);
    expect(output()).toBe('built built ');
  });

  it('is done again when what it made is gone', async () => {
    await build(root, ['emulator']);
    rmSync(join(root, 'emulator', 'dist'), { recursive: true });
    await build(root, ['emulator']);
    expect(output()).toBe('built ');
  });

  it('that failed is done again, though the sources are as they were before it', async () => {
    await build(root, ['emulator']);
    write('emulator/build.mjs', `${program} console.error('no such thing'); process.exit(1);`);
    await expect(build(root, ['emulator'])).rejects.toThrow('Building emulator failed:\nno such thing');
    write('emulator/build.mjs', program);
    await build(root, ['emulator']);
    expect(output()).toBe('built built built ');
  });
});
