import type { Sanction } from '@sameboat/model/sanction';

export interface SanctionStore {
  get(uid: string): Promise<Sanction | null>;
  /** Stores what `next` makes of the sanction of `uid` (null if there is none), in one transaction. */
  change(uid: string, next: (stored: Sanction | null) => Sanction): Promise<void>;
}
