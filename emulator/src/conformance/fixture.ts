import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(import.meta.dirname, '..', '..', 'conformance');

/** A file of recorded verdicts, see emulator/conformance/README.md. The caller states its shape. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(DIRECTORY, name), 'utf8')) as T;
}
