import { StatusError } from '../values/status.ts';

/** What a client is told of any failure: its status, or INTERNAL for what should not have happened. */
export function asStatusError(error: unknown): StatusError {
  if (error instanceof StatusError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new StatusError('INTERNAL', text);
}
