/** Starts one suite of a small project, with functions and rules of the tests' own, for all tests of this folder. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startSuite } from '../suite/launch.ts';
import type { Ports } from '../suite/ports.ts';
import { standInProject } from './stand-in-project.fixture.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `functions`: the folder that the suite watches for changes. */
    readonly smallProject: { readonly ports: Ports; readonly root: string; readonly functions: string };
  }
}

const source = join(import.meta.dirname, 'small-project');
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const standIn = standInProject(readdirSync(source));
  cpSync(source, standIn.root, { recursive: true });
  const functions = join(standIn.root, 'functions');
  // As the real functions are built: firebase-tools need not start a server to ask what there is.
  const tool = join(standIn.root, 'node_modules', '.bin', 'firebase-functions');
  execFileSync(process.execPath, [tool, functions], {
    cwd: functions,
    env: {
      ...process.env,
      FUNCTIONS_MANIFEST_OUTPUT_PATH: join(functions, 'functions.yaml'),
      GCLOUD_PROJECT: 'demo-build',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const suite = await startSuite(standIn.root, { name: 'small', freePorts: true, liveFunctions: true });
  provide('smallProject', { ports: suite.ports, root: standIn.root, functions });
  return async () => {
    await suite.stop();
    standIn.remove();
  };
}
