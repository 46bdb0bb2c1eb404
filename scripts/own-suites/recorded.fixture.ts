import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = join(import.meta.dirname, '..', '..', 'emulator', 'conformance');

/**
 * The recorded steps of a file in emulator/conformance: their ids in recorded order, and each by its id, which throws
 * when nobody recorded it. The caller states their shape.
 */
export function recordedSteps<T extends { readonly id: string }>(
  name: string,
): { readonly ids: readonly string[]; step(id: string): T } {
  const { steps } = JSON.parse(readFileSync(join(directory, name), 'utf8')) as { steps: readonly T[] };
  return {
    ids: steps.map(({ id }) => id),
    step: (id) => {
      const found = steps.find((each) => each.id === id);
      if (found === undefined) throw new Error(`Nobody recorded ${id} in ${name}.`);
      return found;
    },
  };
}
