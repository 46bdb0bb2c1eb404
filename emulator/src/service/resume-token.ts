import { StatusError } from '../values/status.ts';
import type { Micros } from '../values/timestamp.ts';

/** A token says up to which commit of which run of the database a client has seen everything. */
export function toResumeToken(run: string, time: Micros): Uint8Array {
  return Buffer.from(`${run}:${time.toString(36)}`);
}

/** Null for a token of another run, whose times mean nothing here. Throws INVALID_ARGUMENT for what is no token. */
export function fromResumeToken(run: string, token: Uint8Array): Micros | null {
  const match = /^([0-9a-f]+):([0-9a-z]{1,11})$/.exec(Buffer.from(token).toString('latin1'));
  if (match === null) throw new StatusError('INVALID_ARGUMENT', 'Invalid resume token.');
  return match[1] === run ? Number.parseInt(match[2] ?? '', 36) : null;
}
