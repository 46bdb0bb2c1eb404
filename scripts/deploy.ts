import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { project } from './suite/config.ts';
import { UserError } from './user-error.ts';

/** `npm run deploy -- --project ID`: rules, indexes, functions and the app to a real Firebase project. */
export async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--project');
  const target = at >= 0 ? args[at + 1] : undefined;
  if (target === undefined || target === project || target.startsWith('demo-')) {
    throw new UserError(
      'Name the Firebase project to deploy to: npm run deploy -- --project YOUR-PROJECT-ID',
    );
  }
  await build(process.cwd());
  const child = spawn(
    process.execPath,
    [
      'node_modules/firebase-tools/lib/bin/firebase.js',
      'deploy',
      '--only',
      'firestore,storage,functions,hosting',
      ...args,
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
