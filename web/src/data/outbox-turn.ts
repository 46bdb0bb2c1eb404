/** A tab that was frozen in the middle of its turn must not keep the others from sending. */
const PATIENCE_MS = 10_000;

/**
 * Resolves when it is this tab's turn to send for `uid`, with what ends the turn. It keeps tabs from sending the same
 * message at the same time; that each arrives once does not depend on it. Without Web Locks it is always one's turn.
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
