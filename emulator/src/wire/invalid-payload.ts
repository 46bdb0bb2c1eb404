import { StatusError } from '../values/status.ts';

/** What the reference answers to any JSON that does not spell the expected message, without saying where. */
export function invalidPayload(): StatusError {
  return new StatusError('INVALID_ARGUMENT', "Payload isn't valid for request.");
}
