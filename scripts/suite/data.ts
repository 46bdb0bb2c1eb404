import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The file that firebase-tools writes last: an export without it was cut short. */
const seal = 'firebase-export-metadata.json';

/**
 * Where `npm start` keeps its data between runs: an export of firebase-tools. A new export is written beside
 * the old one and takes its place only when it is whole, so that a stop cut short costs nothing older.
 */
export interface DataDirectory {
  readonly path: string;
  /** Where the next export goes. */
  readonly next: string;
  /** Something to start from? */
  exists(): boolean;
  /** Puts a complete new export in the old one's place. Returns false when there is none. */
  adopt(): boolean;
  clear(): void;
}

export function dataDirectory(root: string): DataDirectory {
  const path = join(root, '.sameboat', 'data');
  const next = join(root, '.sameboat', 'data-next');
  const old = join(root, '.sameboat', 'data-old');
  const clear = (...paths: string[]) => {
    for (const each of paths) rmSync(each, { recursive: true, force: true });
  };
  mkdirSync(join(root, '.sameboat'), { recursive: true });
  return {
    path,
    next,
    exists: () => existsSync(join(path, seal)),
    adopt() {
      if (!existsSync(join(next, seal))) {
        clear(next);
        // A crash between the two renames below leaves the good copy under its third name.
        if (!existsSync(path) && existsSync(join(old, seal))) renameSync(old, path);
        return false;
      }
      clear(old);
      if (existsSync(path)) renameSync(path, old);
      renameSync(next, path);
      clear(old);
      return true;
    },
    clear: () => clear(path, next, old),
  };
}
