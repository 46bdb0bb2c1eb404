/** Recorded verdicts: beside the emulator in a checkout that has them, else where the project shares them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const PLACES = [join(root, 'emulator', 'conformance'), join(root, '..', 'shared', 'conformance')];

export function fixture<T>(name: string): T {
  const file = PLACES.map((place) => join(place, name)).find(existsSync);
  if (file === undefined)
    throw new Error(`The recorded verdicts ${name} are in none of: ${PLACES.join(', ')}.`);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
