import { StatusError } from '../values/status.ts';
import type { Caller } from './requests.ts';

/** Throws PERMISSION_DENIED unless the caller is an administrator: no rule can allow these calls to a user. */
export function requireAdmin(caller: Caller): void {
  if (caller.kind !== 'admin') {
    throw new StatusError('PERMISSION_DENIED', 'Missing or insufficient permissions.');
  }
}
