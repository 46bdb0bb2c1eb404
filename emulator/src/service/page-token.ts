import { StatusError } from '../values/status.ts';

/** A page token says after which path the next page starts; '' is the first page. */
export function toPageToken(path: string): string {
  return Buffer.from(path).toString('base64url');
}

/** Throws INVALID_ARGUMENT for text that no page token can be. */
export function fromPageToken(token: string): string | null {
  if (token === '') return null;
  const path = Buffer.from(token, 'base64url').toString();
  if (toPageToken(path) !== token) throw new StatusError('INVALID_ARGUMENT', 'Invalid page token.');
  return path;
}
