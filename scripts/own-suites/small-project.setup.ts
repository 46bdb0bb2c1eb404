/** Starts one suite of the small project, for all tests of this folder that do no harm to it. */
import type { TestProject } from 'vitest/node';
import { startSuite } from '../suite/launch.ts';
import type { Ports } from '../suite/ports.ts';
import { smallProject } from './small-project.fixture.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `functions`: the folder that the suite watches for changes. */
    readonly smallProject: { readonly ports: Ports; readonly root: string; readonly functions: string };
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { root, functions, remove } = smallProject();
  const suite = await startSuite(root, { name: 'small', freePorts: true, liveFunctions: true });
  provide('smallProject', { ports: suite.ports, root, functions });
  return async () => {
    await suite.stop();
    remove();
  };
}
