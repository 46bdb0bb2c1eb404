import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from './user-error.ts';

interface Part {
  /** Its workspace. What is built goes into the `dist` of that. */
  readonly name: string;
  readonly command: readonly string[];
}

const parts: readonly Part[] = [
  { name: 'emulator', command: ['emulator/build.mjs'] },
  { name: 'functions', command: ['functions/build.mjs'] },
  { name: 'web', command: ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'] },
];

/** What every build reads besides workspaces. The lockfile stands for all that is installed. */
const sharedInputs = ['package-lock.json', 'tsconfig.base.json'];

/** Neither is read by a build: `dist` is written by one, and nothing that ships imports a test. */
const isInput = (name: string) => !['node_modules', 'dist'].includes(name) && !/\.test\.tsx?$/.test(name);

/**
 * Every file that the build of a workspace may read, from the root: all of that workspace and of the workspaces that it
 * depends on. A build tells only of the modules it has bundled, not of all that its plugins and configuration have read.
 */
export function inputsOf(root: string, workspace: string): readonly string[] {
  const folders = [workspace];
  for (const folder of folders) {
    const needed = dependenciesOf(root, folder).filter((each) => !folders.includes(each));
    folders.push(...needed);
  }
  return [...sharedInputs, ...folders].flatMap((path) => filesIn(root, path));
}

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
const ourScope = '@sameboat/';

/** Each of our packages stands in a folder of its own name. */
function dependenciesOf(root: string, folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return Object.keys(manifestSchema.parse(manifest).dependencies)
    .filter((name) => name.startsWith(ourScope))
    .map((name) => name.slice(ourScope.length));
}

function filesIn(root: string, path: string): readonly string[] {
  const full = join(root, path);
  if (statSync(full).isFile()) return [path];
  const names = readdirSync(full).filter(isInput).sort();
  return names.flatMap((name) => filesIn(root, join(path, name)));
}

/** What these files below a root hold, as one string: equal strings build to the same thing, wherever they lie. */
export function fingerprint(root: string, files: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function run(root: string, part: Part): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, part.command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Whoever builds may have another one: under a test's, React would be its slow kind that checks everything.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString('utf8');
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new UserError(`Building ${part.name} failed:\n${words.trimEnd()}`));
    });
  });
}

/** Builds what has changed since it was last built; the parts side by side. Throws what a build said when it failed. */
export async function build(root: string, only?: readonly string[]): Promise<void> {
  const marks = join(root, '.sameboat', 'built');
  mkdirSync(marks, { recursive: true });
  await Promise.all(
    parts
      .filter((part) => only === undefined || only.includes(part.name))
      .map(async (part) => {
        const mark = join(marks, part.name);
        const wanted = [fingerprint(root, inputsOf(root, part.name)), ...part.command].join(' ');
        const fresh =
          existsSync(join(root, part.name, 'dist')) &&
          existsSync(mark) &&
          readFileSync(mark, 'utf8') === wanted;
        if (fresh) return;
        // A build that fails may leave half of what it should.
        rmSync(mark, { force: true });
        await run(root, part);
        writeFileSync(mark, wanted);
      }),
  );
}

export async function main(args: readonly string[]): Promise<void> {
  await build(process.cwd(), args.length > 0 ? args : undefined);
}
