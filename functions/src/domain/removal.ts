import type { DocumentStore } from './document-store.ts';
import type { PictureStore } from './picture-store.ts';

/** Where what is removed may lie. */
export interface RemovalStores {
  readonly documents: DocumentStore;
  readonly pictures: PictureStore;
}

/** Whose account goes. */
export interface Removal {
  readonly uid: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
