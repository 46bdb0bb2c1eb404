import { StatusError } from '../values/status.ts';

/** Throws INVALID_ARGUMENT when a later request of a stream names another database than its first. */
export function checkDatabase(name: string | undefined, expected: string): void {
  if (!name || name === expected) return;
  throw new StatusError(
    'INVALID_ARGUMENT',
    `Request specified a database (${name}) that did not match the expected database (${expected})`,
  );
}
