import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { UserError } from '../user-error.ts';

/** The oldest Java that firebase-tools 15 accepts for Google's emulators. */
const oldestJava = 21;

/**
 * The environment in which firebase-tools finds our Firestore and rules runtime in the place of Google's two
 * Java programs: a `java` of ours first on the path, for this one command, and the two files it is given as jars.
 */
export function withOurPrograms(root: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const directory = join(root, 'emulator', 'dist', 'java');
  return {
    ...environment,
    PATH: `${directory}${delimiter}${environment.PATH ?? ''}`,
    FIRESTORE_EMULATOR_BINARY_PATH: join(directory, 'firestore.jar'),
    STORAGE_EMULATOR_BINARY_PATH: join(directory, 'storage-rules.jar'),
    FIRESTORE_EMULATOR_INDEXES: join(root, 'firestore.indexes.json'),
  };
}

/** Google's own programs, as firebase-tools downloads them. Throws a sentence when Java is missing or too old. */
export function withOfficialPrograms(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { stdout, stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) {
    throw new UserError(
      `--official runs Google's emulators, which need Java ${oldestJava}. There is no java here.`,
    );
  }
  const found = Number(/version "(\d+)/.exec(stdout + stderr)?.[1] ?? Number.NaN);
  if (!(found >= oldestJava)) {
    throw new UserError(
      `--official runs Google's emulators, which need Java ${oldestJava} or newer; this machine has ${found || 'none'}.`,
    );
  }
  return { ...environment };
}
