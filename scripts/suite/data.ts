import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { storageSeal } from './keep-storage.ts';

/** The file that firebase-tools writes last: an export without it was cut short. */
const seal = 'firebase-export-metadata.json';

/**
 * Where `npm start` keeps its data between runs: an export of firebase-tools. A new export is written beside
 * the old one and takes its place only when it is whole, so that a stop cut short costs nothing older. What a run
 * adds since its start is kept beside it as it comes (documents in Firestore's journal, accounts and Storage's files as
 * they are), and goes when an export that holds it has been adopted.
 */
export interface DataDirectory {
  readonly path: string;
  /** For Firestore's journal. */
  readonly journal: string;
  /** For the accounts, as `keepAccounts` writes them. */
  readonly accounts: string;
  /** For Storage's files, as `keepStorage` writes them. */
  readonly storage: string;
  /** Where the next export goes. */
  readonly next: string;
  /** Something to start from? */
  exists(): boolean;
  /** Puts a complete new export in the old one's place. Returns false when there is none. */
  adopt(): boolean;
  /**
   * Makes what a run that was killed has left behind part of what the next one starts from. Returns false when the last
   * run ended in good order. Firestore replays its journal itself.
   */
  recover(): boolean;
  clear(): void;
}

export function dataDirectory(root: string): DataDirectory {
  const path = join(root, '.sameboat', 'data');
  const next = join(root, '.sameboat', 'data-next');
  const old = join(root, '.sameboat', 'data-old');
  const journal = join(root, '.sameboat', 'journal');
  const accounts = join(root, '.sameboat', 'accounts.json');
  const storage = join(root, '.sameboat', 'storage');
  const clear = (...paths: string[]) => {
    for (const each of paths) rmSync(each, { recursive: true, force: true });
  };
  mkdirSync(join(root, '.sameboat'), { recursive: true });
  return {
    path,
    journal,
    accounts,
    storage,
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
      clear(old, journal, accounts, storage);
      return true;
    },
    recover() {
      const hasAccounts = existsSync(accounts);
      const hasStorage = existsSync(join(storage, storageSeal));
      if (hasAccounts) replacePart(path, 'auth', accounts, 'accounts.json');
      if (hasStorage) replacePart(path, 'storage', storage, null);
      const journalSize = statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
      return hasAccounts || hasStorage || journalSize > journalHead;
    },
    clear: () => clear(path, next, old, journal, accounts, storage),
  };
}

/** A journal that is no longer than its first line holds nothing. */
const journalHead = 32;

const partSchema = z.looseObject({ path: z.string() });
const metadataSchema = z.looseObject({ auth: partSchema.optional(), storage: partSchema.optional() });

/**
 * Puts what was kept in the place of the export's own; there need not be an export yet. `file`: of that part alone; null
 * is the whole folder. A crash on the way costs nothing, as what was kept stays where it is.
 */
function replacePart(path: string, part: 'auth' | 'storage', kept: string, file: string | null): void {
  const metadataPath = join(path, seal);
  const metadata = existsSync(metadataPath)
    ? metadataSchema.parse(JSON.parse(readFileSync(metadataPath, 'utf8')))
    : {};
  // The version is that of firebase-tools, which does not read it.
  const entry = metadata[part] ?? { version: 'recovered', path: `${part}_export` };
  const folder = join(path, entry.path);
  if (file === null) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(kept, file === null ? folder : join(folder, file), { recursive: true });
  // The seal last, and whole: without it there is no export.
  writeFileSync(`${metadataPath}.new`, JSON.stringify({ version: 'recovered', ...metadata, [part]: entry }));
  renameSync(`${metadataPath}.new`, metadataPath);
}
