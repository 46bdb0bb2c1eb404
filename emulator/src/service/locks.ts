import { lastSegment, parentCollection } from '../values/document-name.ts';
import { StatusError } from '../values/status.ts';

/** Whoever can hold locks; compared by identity. */
export type Holder = object;

/**
 * The shared locks of read-write transactions: on each document read, found or not, and on each collection ID
 * queried, whatever the parent. A write waits while another holder has a lock on what it writes.
 */
export class Locks {
  readonly #holders = new Map<string, Set<Holder>>();
  readonly #held = new Map<Holder, Set<string>>();
  readonly #waiting = new Map<Holder, ReadonlySet<Holder>>();
  readonly #wakers = new Set<() => void>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  lockDocument(holder: Holder, path: string): void {
    this.#lock(holder, documentLock(path));
  }

  lockCollection(holder: Holder, collectionId: string): void {
    this.#lock(holder, collectionLock(collectionId));
  }

  release(holder: Holder): void {
    const keys = this.#held.get(holder);
    if (keys === undefined) return;
    this.#held.delete(holder);
    for (const key of keys) {
      const holders = this.#holders.get(key);
      holders?.delete(holder);
      if (holders?.size === 0) this.#holders.delete(key);
    }
    for (const wake of [...this.#wakers]) wake();
  }

  /** Those, other than `self`, whose locks stand against writing these documents. */
  against(paths: readonly string[], self: Holder | null): ReadonlySet<Holder> {
    const found = new Set<Holder>();
    if (this.#holders.size === 0) return found;
    for (const path of paths) {
      for (const key of [documentLock(path), collectionLock(lastSegment(parentCollection(path)))]) {
        for (const holder of this.#holders.get(key) ?? []) if (holder !== self) found.add(holder);
      }
    }
    return found;
  }

  /**
   * Writes as soon as nothing stands against it, in the same step in which that was seen: a lock taken in between
   * would be overlooked. Rejects with ABORTED after the timeout, and at once when waiting could never end because
   * the holders wait for `self`.
   */
  async whenFree<T>(paths: readonly string[], self: Holder | null, write: () => T): Promise<T> {
    const deadline = performance.now() + this.#timeoutMs;
    try {
      for (;;) {
        const holders = this.against(paths, self);
        if (holders.size === 0) return write();
        if (self !== null) {
          if (this.#waitsFor(holders, self, new Set())) throw lockTimeout();
          this.#waiting.set(self, holders);
        }
        const left = deadline - performance.now();
        if (left <= 0) throw lockTimeout();
        await this.#nextRelease(left);
      }
    } finally {
      if (self !== null) this.#waiting.delete(self);
    }
  }

  #lock(holder: Holder, key: string): void {
    const holders = this.#holders.get(key);
    if (holders === undefined) this.#holders.set(key, new Set([holder]));
    else holders.add(holder);
    const held = this.#held.get(holder);
    if (held === undefined) this.#held.set(holder, new Set([key]));
    else held.add(key);
  }

  #waitsFor(holders: ReadonlySet<Holder>, target: Holder, seen: Set<Holder>): boolean {
    for (const holder of holders) {
      if (holder === target) return true;
      if (seen.has(holder)) continue;
      seen.add(holder);
      if (this.#waitsFor(this.#waiting.get(holder) ?? new Set(), target, seen)) return true;
    }
    return false;
  }

  #nextRelease(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.#wakers.add(wake);
    });
  }
}

function documentLock(path: string): string {
  return `d${path}`;
}

function collectionLock(id: string): string {
  return `c${id}`;
}

function lockTimeout(): StatusError {
  return new StatusError('ABORTED', 'Transaction lock timeout.');
}
