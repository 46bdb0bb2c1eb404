import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './user-error.ts';

interface Part {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly command: readonly string[];
}

const parts: readonly Part[] = [
  {
    name: 'emulator',
    inputs: ['emulator/src', 'emulator/build.mjs', 'package-lock.json'],
    output: 'emulator/dist',
    command: ['emulator/build.mjs'],
  },
  {
    name: 'functions',
    inputs: ['functions/src', 'functions/build.mjs', 'model/src', 'package-lock.json'],
    output: 'functions/dist',
    command: ['functions/build.mjs'],
  },
  {
    name: 'web',
    inputs: [
      'web/src',
      'web/public',
      'web/index.html',
      'web/vite.config.ts',
      'model/src',
      'package-lock.json',
    ],
    output: 'web/dist',
    command: ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
  },
];

function addFiles(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) {
    hash.update(path).update(readFileSync(full));
    return;
  }
  for (const entry of readdirSync(full).sort()) addFiles(hash, root, join(path, entry));
}

/** What files and folders below a root hold, as one string: equal strings build to the same thing, wherever they lie. */
export function fingerprint(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) addFiles(hash, root, input);
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
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new UserError(`Building ${part.name} failed:\n${words.trimEnd()}`));
    });
  });
}

/** Builds what has changed since it was last built; the parts side by side. */
export async function build(root: string, only?: readonly string[]): Promise<void> {
  const marks = join(root, '.sameboat', 'built');
  mkdirSync(marks, { recursive: true });
  await Promise.all(
    parts
      .filter((part) => only === undefined || only.includes(part.name))
      .map(async (part) => {
        const mark = join(marks, part.name);
        const wanted = fingerprint(root, part.inputs);
        const fresh =
          existsSync(join(root, part.output)) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
        if (fresh) return;
        await run(root, part);
        writeFileSync(mark, wanted);
      }),
  );
}

export async function main(args: readonly string[]): Promise<void> {
  await build(process.cwd(), args.length > 0 ? args : undefined);
}
