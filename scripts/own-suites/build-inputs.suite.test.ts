/** The files whose fingerprint decides about a new build are all that the real builds read. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, inputsOf } from '../build.ts';

const project = join(import.meta.dirname, '..', '..');
const workspaces = ['model', 'emulator', 'functions', 'web'];
const folder = mkdtempSync(join(tmpdir(), 'sameboat-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of these files, with the packages that are installed here and its own workspaces among them. */
function copyOf(name: string, files: readonly string[]): string {
  const root = join(folder, name);
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(project, file), join(root, file));
  }
  const link = (from: string, to: string) => symlinkSync(from, join(root, to));
  mkdirSync(join(root, 'node_modules', '@sameboat'), { recursive: true });
  for (const installed of readdirSync(join(project, 'node_modules')))
    if (installed !== '@sameboat')
      link(join(project, 'node_modules', installed), `node_modules/${installed}`);
  for (const workspace of workspaces) {
    link(join(root, workspace), `node_modules/@sameboat/${workspace}`);
    const own = join(project, workspace, 'node_modules');
    if (existsSync(own) && existsSync(join(root, workspace))) link(own, `${workspace}/node_modules`);
  }
  return root;
}

/** All files of this folder that were built, with what they hold. */
function outputOf(root: string, part: string): Record<string, string> {
  const dist = join(root, part, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(dist, file)).isFile())
      .map((file) => [file, readFileSync(join(dist, file), 'latin1')]),
  );
}

const parts = ['emulator', 'functions', 'web'];
let whole = '';
beforeAll(async () => {
  const known = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  }).split('\0');
  whole = copyOf(
    'whole',
    known.filter((file) => file !== '' && existsSync(join(project, file))),
  );
  await build(whole);
}, 120_000);

it.each(parts)(
  'builds the same %s from them alone',
  async (part) => {
    const alone = copyOf(part, inputsOf(project, part));
    await build(alone, [part]);
    expect(Object.keys(outputOf(whole, part)).length).toBeGreaterThan(3);
    expect(outputOf(alone, part)).toEqual(outputOf(whole, part));
  },
  120_000,
);
