/** A tab that is frozen during its turn must not stop the others from sending. */
const PATIENCE_MS = 10_000;

/**
 * Waits until this tab may send for `uid`. Resolves to a function that ends the turn. This stops two tabs from sending
 * the same message at once; it is not needed for each message to arrive only once. Without Web Locks it resolves at once.
 */
export function takeTurn(uid: string): Promise<() => void> {
  return new Promise((resolve) => {
    if (!('locks' in navigator)) {
      resolve(() => {});
      return;
    }
    navigator.locks
      .request(
        `sameboat.outbox.${uid}`,
        { signal: AbortSignal.timeout(PATIENCE_MS) },
        () => new Promise<void>((end) => resolve(end)),
      )
      .catch(() => resolve(() => {}));
  });
}
