import type { Sanction } from '@sameboat/model/sanction';
import type { SanctionStore } from './sanction-store.ts';

export class MemorySanctions implements SanctionStore {
  readonly stored = new Map<string, Sanction>();

  async get(uid: string): Promise<Sanction | null> {
    return this.stored.get(uid) ?? null;
  }

  async change(uid: string, next: (stored: Sanction | null) => Sanction): Promise<void> {
    this.stored.set(uid, next(this.stored.get(uid) ?? null));
  }
}
