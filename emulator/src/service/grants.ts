import type { Change } from '../store/history.ts';

/** Asks the rules again whether a listener may go on; throws PERMISSION_DENIED, or returns what they looked up. */
export type AskAgain = () => ReadonlySet<string>;

/** What the rules allowed a listener: one query, or one document. They are asked again while it lasts. */
export interface Grant {
  readonly ask: AskAgain;
  /** The documents that the rules looked up (`get`, `exists`) when they were asked first. */
  readonly lookedUp: ReadonlySet<string>;
}

/** A grant in force, until it is revoked by its holder. */
export interface HeldGrant {
  /** Asks the rules again. Throws PERMISSION_DENIED. */
  renew(): void;
  revoke(): void;
}

interface Entry {
  readonly changed: () => void;
  lookedUp: ReadonlySet<string>;
}

/** The grants of one database by the documents that they rest on, so that a commit finds those that it touches. */
export class Grants {
  readonly #byDocument = new Map<string, Set<Entry>>();
  readonly #all = new Set<Entry>();

  /** `changed` is called when what the grant rests on has changed, and may be another than the rules allowed. */
  hold({ ask, lookedUp }: Grant, changed: () => void): HeldGrant {
    const entry: Entry = { changed, lookedUp };
    this.#all.add(entry);
    this.#index(entry);
    return {
      renew: () => {
        const now = ask();
        if (now.size === entry.lookedUp.size && [...now].every((path) => entry.lookedUp.has(path))) return;
        this.#forget(entry);
        entry.lookedUp = now;
        this.#index(entry);
      },
      revoke: () => {
        this.#all.delete(entry);
        this.#forget(entry);
      },
    };
  }

  /** Calls back for each grant that rests on one of these documents. */
  documentsChanged(changes: readonly Change[]): void {
    if (this.#byDocument.size === 0) return;
    const touched = new Set<Entry>();
    for (const { path } of changes) for (const entry of this.#byDocument.get(path) ?? []) touched.add(entry);
    this.#tell(touched);
  }

  /** Calls back for every grant. */
  rulesChanged(): void {
    this.#tell([...this.#all]);
  }

  #tell(entries: Iterable<Entry>): void {
    // One that ends a target may revoke others of it.
    for (const entry of entries) if (this.#all.has(entry)) entry.changed();
  }

  #index(entry: Entry): void {
    for (const path of entry.lookedUp) {
      const here = this.#byDocument.get(path) ?? new Set<Entry>();
      this.#byDocument.set(path, here);
      here.add(entry);
    }
  }

  #forget(entry: Entry): void {
    for (const path of entry.lookedUp) {
      const here = this.#byDocument.get(path);
      here?.delete(entry);
      if (here?.size === 0) this.#byDocument.delete(path);
    }
  }
}
