import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const vite = 'node_modules/vite/bin/vite.js';

/**
 * The app as it is built for development, served on a free port, with nothing behind it: for `/ui`, which no other build
 * has and which asks for nothing.
 */
export async function serveDevelopmentBuild(
  root: string,
): Promise<{ readonly url: string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'sameboat-development-'));
  const options: SpawnOptions = {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'development' },
  };
  const start = (args: readonly string[]) => {
    const child = spawn(process.execPath, [vite, ...args, '--outDir', folder], options);
    let words = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      words += stripVTControlCharacters(chunk.toString('utf8'));
    });
    return { child, said: () => words };
  };

  await new Promise<void>((resolve, reject) => {
    const { child, said } = start(['build', 'web', '--mode', 'development', '--emptyOutDir']);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Vite failed:\n${said()}`))));
  });
  const { child, said } = start(['preview', 'web', '--host', '127.0.0.1', '--port', '0']);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/u.exec(said()) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`Vite's server ended:\n${said()}`)));
  });
  return {
    url,
    stop: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
