import type { Session, SessionFailure } from './session.ts';
import { hasSessionHint, onSessionHintElsewhere } from './session-hint.ts';

let session: Session = { status: hasSessionHint() ? 'starting' : 'signed-out' };
let running: Promise<void> | undefined;
const readers = new Set<() => void>();

const show = (next: Session) => {
  session = next;
  for (const reader of readers) reader();
};

export const readSession = (): Session => session;

export const subscribeSession = (reader: () => void): (() => void) => {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
};

/**
 * Loads Auth and follows who is signed in. Resolves when Auth is ready to be called; a second call shares the first.
 * Never throws: what went wrong is the session's status.
 */
export const startSession = (): Promise<void> => {
  running ??= import('./follow-session.ts')
    .then(({ followSession }) => followSession(show))
    .catch((error: unknown) => {
      running = undefined;
      show({ status: 'failed', code: failureOf(error) });
    });
  return running;
};

/** After `failed`: once more from the start. */
export const retrySession = (): void => {
  running = undefined;
  show({ status: 'starting' });
  void startSession();
};

/** Called once at boot: starts at once where somebody was signed in, or when another tab signs in. */
export const bootSession = (): void => {
  if (hasSessionHint()) void startSession();
  onSessionHintElsewhere(() => void startSession());
};

const failures: readonly SessionFailure[] = ['config-unreachable', 'config-invalid', 'profile-unreadable'];

const failureOf = (error: unknown): SessionFailure => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return failures.find((known) => known === code) ?? 'unknown';
};
