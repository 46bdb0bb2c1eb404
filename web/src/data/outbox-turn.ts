/** A tab that is frozen during its turn must not stop the others. */
const PATIENCE_MS = { message: 10_000, picture: 120_000 } as const;

/**
 * Waits until this tab may send a message, or upload a picture, for `uid`. Resolves to a function that ends the turn. This
 * stops two tabs from sending the same at once; it is not needed for each message to arrive only once. Without Web Locks it
 * resolves at once.
 */
export function takeTurn(uid: string, of: keyof typeof PATIENCE_MS): Promise<() => void> {
  return new Promise((resolve) => {
    if (!('locks' in navigator)) {
      resolve(() => {});
      return;
    }
    navigator.locks
      .request(
        of === 'message' ? `sameboat.outbox.${uid}` : `sameboat.uploads.${uid}`,
        { signal: AbortSignal.timeout(PATIENCE_MS[of]) },
        () => new Promise<void>((end) => resolve(end)),
      )
      .catch(() => resolve(() => {}));
  });
}
