import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { completeHosting, hostingSchema, suiteServices } from '../hosting.ts';
import { UserError } from '../user-error.ts';
import type { Ports, Service } from './ports.ts';

/** The part of firebase.json that is rewritten for a local run; the rest is passed through. */
const firebaseJsonSchema = z.looseObject({
  functions: z.looseObject({ source: z.string() }),
  hosting: hostingSchema,
});

export const project = 'demo-sameboat';

export interface SuiteFiles {
  /** The generated firebase.json. It stands in the project's root, where its relative paths are true. */
  readonly configPath: string;
  /** What the app fetches to find the suite: `/suite.json`. */
  readonly suiteJson: string;
  remove(): void;
}

/**
 * Writes the firebase.json of one run of the suite, with its own ports and its own copy of the built app, so
 * that several runs (`npm start` and `npm test`) and rebuilds do not disturb each other.
 * `liveFunctions`: run the functions from where they are built, to be reloaded when they change.
 */
export function writeSuiteFiles(
  root: string,
  name: string,
  ports: Ports,
  liveFunctions: boolean,
): SuiteFiles {
  const source = firebaseJsonSchema.parse(JSON.parse(readFileSync(join(root, 'firebase.json'), 'utf8')));
  const directory = join(root, '.sameboat', 'suites', name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });

  const hosting = join(directory, 'hosting');
  const functions = liveFunctions ? join(root, source.functions.source) : join(directory, 'functions');
  try {
    cpSync(join(root, source.hosting.public), hosting, { recursive: true });
    if (!liveFunctions) cpSync(join(root, source.functions.source), functions, { recursive: true });
  } catch {
    throw new UserError('The app or its functions are not built. Run "npm run build" and try again.');
  }

  const address = (service: Service) => ({ host: '127.0.0.1', port: ports[service] });
  const suiteJson = JSON.stringify({
    projectId: project,
    apiKey: 'local-suite',
    emulators: {
      auth: address('auth'),
      firestore: address('firestore'),
      functions: address('functions'),
      storage: address('storage'),
    },
  });
  writeFileSync(join(hosting, 'suite.json'), suiteJson);

  const config = {
    ...source,
    functions: { ...source.functions, source: relative(root, functions) },
    hosting: {
      ...completeHosting(source.hosting, hosting, suiteServices(project, ports)),
      public: relative(root, hosting),
    },
    emulators: {
      auth: address('auth'),
      firestore: { ...address('firestore'), websocketPort: ports.websocket },
      functions: address('functions'),
      storage: address('storage'),
      hosting: address('hosting'),
      tasks: address('tasks'),
      eventarc: address('eventarc'),
      hub: address('hub'),
      logging: address('logging'),
      ui: { enabled: false },
      singleProjectMode: true,
    },
  };
  const configPath = join(root, `.firebase.${name}.json`);
  writeFileSync(configPath, JSON.stringify(config, null, 2));
  return {
    configPath,
    suiteJson,
    remove: () => {
      rmSync(configPath, { force: true });
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
