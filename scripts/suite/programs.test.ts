import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lacksDownload, withOfficialPrograms, withOurPrograms } from './programs.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'java-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A path on which `java -version` writes these words to standard error, as every Java does. */
function pathWithJava(words: string, exit = 0): string {
  const java = join(directory, 'java');
  writeFileSync(java, `#!/bin/sh\necho '${words}' >&2\nexit ${exit}\n`);
  chmodSync(java, 0o755);
  return directory;
}

describe("Google's own programs", () => {
  it.each([
    'openjdk version "21.0.5" 2024-10-15',
    'java version "25" 2026-09-16 LTS',
    'openjdk version "21-ea" 2023-09-19',
  ])('run with %s', (words) => {
    const environment = { PATH: pathWithJava(words), KEPT: 'yes' };
    expect(withOfficialPrograms(environment)).toEqual(environment);
  });

  it('are not told to be ours by what the shell has set', () => {
    const environment = { PATH: pathWithJava('openjdk version "21"'), FIRESTORE_EMULATOR_BINARY_PATH: '/x' };
    expect(withOfficialPrograms(environment)).toEqual({ PATH: directory });
  });

  it.each([
    ['openjdk version "17.0.9" 2023-10-17', /need Java 21 or newer; this machine has Java 17\.$/],
    ['java version "1.8.0_392"', /need Java 21 or newer; this machine has Java 8\.$/],
  ])('are not tried with %s, and the sentence says so', (words, sentence) => {
    expect(() => withOfficialPrograms({ PATH: pathWithJava(words) })).toThrow(sentence);
  });

  it('are not tried with a java that does not say what it is', () => {
    const path = pathWithJava('Unable to locate a Java Runtime.', 1);
    expect(() => withOfficialPrograms({ PATH: path })).toThrow(
      /need Java 21 or newer; the java on this machine does not run: Unable to locate a Java Runtime\.$/,
    );
  });

  it('are not tried without java', () => {
    expect(() => withOfficialPrograms({ PATH: directory })).toThrow(
      /^--official runs Google's emulators, which need Java 21 or newer; there is no java on this machine\.$/,
    );
  });
});

describe("the download of Google's programs", () => {
  const began = 'i  firestore: downloading cloud-firestore-emulator-v1.22.0.jar...';
  const failed = 'Error: Failed to make request to https://example.org/cloud-firestore-emulator-v1.22.0.jar';

  it('is told to be missing when firebase-tools could not fetch it', () => {
    expect(lacksDownload(`${began}\ni  hub: Stopping emulator hub\n\n${failed}`)).toBe(true);
  });

  it('is not blamed for anything else', () => {
    expect(lacksDownload(`${began}\nError: Could not start Firestore Emulator, port taken.`)).toBe(false);
  });
});

describe('our programs', () => {
  it('stand first on the path, in the place of both downloads', () => {
    const environment = withOurPrograms('/root', { PATH: '/usr/bin', KEPT: 'yes' });
    expect(environment).toMatchObject({
      KEPT: 'yes',
      PATH: '/root/emulator/dist/java:/usr/bin',
      FIRESTORE_EMULATOR_BINARY_PATH: '/root/emulator/dist/java/firestore.jar',
      STORAGE_EMULATOR_BINARY_PATH: '/root/emulator/dist/java/storage-rules.jar',
    });
  });
});
