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

/** The file that firebase-tools writes last: an export without it was cut short. */
const seal = 'firebase-export-metadata.json';

/**
 * Where `npm start` keeps its data between runs: an export of firebase-tools. A new export is written beside
 * the old one and takes its place only when it is whole, so that a stop cut short costs nothing older. What a run
 * adds since its start is kept beside it as it comes (documents in Firestore's journal, accounts as a list), and
 * goes when an export that holds it has been adopted.
 */
export interface DataDirectory {
  readonly path: string;
  /** For Firestore's journal. */
  readonly journal: string;
  /** For the accounts, as `keepAccounts` writes them. */
  readonly accounts: string;
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
  const clear = (...paths: string[]) => {
    for (const each of paths) rmSync(each, { recursive: true, force: true });
  };
  mkdirSync(join(root, '.sameboat'), { recursive: true });
  return {
    path,
    journal,
    accounts,
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
      clear(old, journal, accounts);
      return true;
    },
    recover() {
      if (existsSync(accounts)) importAccounts(path, accounts);
      return existsSync(accounts) || (statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > journalHead;
    },
    clear: () => clear(path, next, old, journal, accounts),
  };
}

/** A journal that is no longer than its first line holds nothing. */
const journalHead = 32;

const metadataSchema = z.looseObject({ auth: z.looseObject({ path: z.string() }).optional() });

/** Puts a list of accounts in the place of the export's own; there need not be an export yet. */
function importAccounts(path: string, accounts: string): void {
  const metadataPath = join(path, seal);
  const metadata = existsSync(metadataPath)
    ? metadataSchema.parse(JSON.parse(readFileSync(metadataPath, 'utf8')))
    : {};
  const auth = metadata.auth ?? { path: 'auth_export' };
  mkdirSync(join(path, auth.path), { recursive: true });
  cpSync(accounts, join(path, auth.path, 'accounts.json'));
  // The seal last, and whole: without it there is no export.
  writeFileSync(`${metadataPath}.new`, JSON.stringify({ version: 'recovered', ...metadata, auth }));
  renameSync(`${metadataPath}.new`, metadataPath);
}
