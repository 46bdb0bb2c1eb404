import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from './build.ts';
import { completeHosting, hostingSchema, productionServices } from './hosting.ts';
import { project as localProject } from './suite/config.ts';
import { UserError } from './user-error.ts';

/** As Google Cloud accepts them. It becomes part of a header, so nothing else may. */
const projectIdShape = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

const firebaseJsonSchema = z.looseObject({ hosting: hostingSchema });
const aliasesSchema = z.looseObject({ projects: z.record(z.string(), z.string()).default({}) });

/** The project's id. `args` may name it by an alias of .firebaserc. Throws a sentence when it is none to deploy to. */
export function deployedProject(root: string, args: readonly string[]): string {
  const at = args.indexOf('--project');
  const named = at >= 0 ? (args[at + 1] ?? '') : '';
  const file = join(root, '.firebaserc');
  const { projects } = aliasesSchema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  const id = projects[named] ?? named;
  if (!projectIdShape.test(id) || id === localProject || id.startsWith('demo-')) {
    throw new UserError(
      'Name the Firebase project to deploy to: npm run deploy -- --project YOUR-PROJECT-ID',
    );
  }
  return id;
}

/** The firebase.json of a deployment to this project, as text. The app must be built. */
export function deployConfig(root: string, projectId: string): string {
  const source = firebaseJsonSchema.parse(JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')));
  const services = productionServices(projectId);
  const hosting = completeHosting(source.hosting, join(root, source.hosting.public), services);
  return JSON.stringify({ ...source, hosting }, null, 2);
}

/** `npm run deploy -- --project ID`: rules, indexes, functions and the app to a real Firebase project. */
export async function main(args: readonly string[]): Promise<void> {
  const root = process.cwd();
  const projectId = deployedProject(root, args);
  await build(root);
  // In the root, because the paths in it are relative to it.
  const config = join(root, '.firebase.deploy.json');
  writeFileSync(config, deployConfig(root, projectId));
  try {
    const child = spawn(
      process.execPath,
      [
        'node_modules/firebase-tools/lib/bin/firebase.js',
        'deploy',
        '--config',
        config,
        '--only',
        'firestore,storage,functions,hosting',
        ...args,
      ],
      { stdio: 'inherit' },
    );
    process.exitCode = await new Promise<number>((resolve) =>
      child.once('exit', (code) => resolve(code ?? 1)),
    );
  } finally {
    rmSync(config, { force: true });
  }
}
