import type { DocumentStore, Fields } from '../document-store.ts';

/** Where an export reads. */
export interface ExportStores {
  readonly documents: DocumentStore;
  readonly pictures: {
    /** Paths of everything under a folder, named without a slash at its end. */
    listFolder(folder: string): Promise<readonly string[]>;
  };
  /** What Auth keeps about somebody; null when there is no such account. */
  readonly readAccount: (uid: string) => Promise<Fields | null>;
}

/** One page of a section: what goes into its file, pictures that belong to it, and where the next page begins. */
export interface SectionPage {
  readonly items: readonly unknown[];
  readonly pictures?: readonly string[];
  /** The path of a document; null at the end of the section. */
  readonly after: string | null;
}

/** Reads one page, which begins after a path that the page before gave; null begins. */
export type SectionReader = (stores: ExportStores, uid: string, after: string | null) => Promise<SectionPage>;

/** Documents in one page: a hundred messages of the longest kind are about half of what a callable may answer. */
export const exportPageSize = 100;
