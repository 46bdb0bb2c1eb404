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

/**
 * Google's own programs, as firebase-tools downloads them at first use. Throws a sentence when the path of `environment`
 * has no Java that runs them.
 */
export function withOfficialPrograms(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { FIRESTORE_EMULATOR_BINARY_PATH: _, STORAGE_EMULATOR_BINARY_PATH: __, ...official } = environment;
  const { stdout, stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8', env: environment });
  if (error) throw unfit('there is no java on this machine.');
  const words = `${stdout}${stderr}`;
  // Java 8 and older called themselves 1.8.
  const [, version] = /version "(?:1\.)?(\d+)/.exec(words) ?? [];
  if (version === undefined) {
    throw unfit(`the java on this machine does not run: ${words.trim().split('\n')[0]}`);
  }
  if (Number(version) < oldestJava) throw unfit(`this machine has Java ${version}.`);
  return official;
}

export const downloadNeeded =
  "--official runs Google's emulators, which firebase-tools downloads at first use; that did not work from here.";

/** Whether firebase-tools says that it could not fetch one of Google's programs. */
export function lacksDownload(words: string): boolean {
  return /downloading \S+\.jar/.test(words) && /Failed to make request to \S+\.jar/.test(words);
}

function unfit(reason: string): UserError {
  return new UserError(
    `--official runs Google's emulators, which need Java ${oldestJava} or newer; ${reason}`,
  );
}
