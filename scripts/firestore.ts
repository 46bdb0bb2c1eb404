import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.ts';

/** `npm run firestore -- …`: the Firestore server alone, with the flags that Google's takes. */
export async function main(args: readonly string[]): Promise<void> {
  await build(process.cwd(), ['emulator']);
  const child = spawn(process.execPath, [join('emulator', 'dist', 'firestore.mjs'), ...args], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
