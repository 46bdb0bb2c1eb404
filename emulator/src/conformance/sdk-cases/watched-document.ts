import { type DocumentReference, type DocumentSnapshot, onSnapshot } from 'firebase/firestore';
import { Events } from './events.ts';
import { same } from './sdk-case.ts';

/** A document with a listener that is told of metadata too. */
export class WatchedDocument {
  readonly #events = new Events<DocumentSnapshot>();
  readonly #stop: () => void;

  private constructor(target: DocumentReference) {
    this.#stop = onSnapshot(target, { includeMetadataChanges: true }, this.#events.push, this.#events.fail);
  }

  /** Resolves when the server has said what the document is. */
  static async open(target: DocumentReference): Promise<WatchedDocument> {
    const watched = new WatchedDocument(target);
    await watched.#events.until(({ metadata }) => !metadata.fromCache && !metadata.hasPendingWrites);
    return watched;
  }

  /** The very next snapshot, which must show a write that the server does not have yet. */
  async pending(): Promise<DocumentSnapshot> {
    const snapshot = await this.#events.next();
    same({ ...snapshot.metadata }, { hasPendingWrites: true, fromCache: false });
    return snapshot;
  }

  /** The very next snapshot, which must be as the server has it. */
  async settled(): Promise<DocumentSnapshot> {
    const snapshot = await this.#events.next();
    same({ ...snapshot.metadata }, { hasPendingWrites: false, fromCache: false });
    return snapshot;
  }

  /** The next snapshot with, or without, writes that the server does not have; others are skipped. */
  until(hasPendingWrites: boolean): Promise<DocumentSnapshot> {
    return this.#events.until(({ metadata }) => metadata.hasPendingWrites === hasPendingWrites);
  }

  /** Ends the listener. Rejects the case when it was told more than anybody awaited. */
  stop(): void {
    this.#stop();
    same(this.#events.waiting, 0);
  }
}
