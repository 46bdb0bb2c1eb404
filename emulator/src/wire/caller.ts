/** From an `Authorization` header to who is asking. The one place that reads tokens. */
import type { Caller } from '../service/requests.ts';
import { StatusError } from '../values/status.ts';
import type { MapValue, Value } from '../values/value.ts';

const NOBODY: Caller = { kind: 'user', auth: null };
const BASE64URL = /^[A-Za-z0-9_-]*$/;

/**
 * `Bearer owner` and `Bearer ya29.…` are administrators; any other bearer must look like a JWT, which is read but
 * not verified: this is a program for development. Throws INVALID_ARGUMENT "invalid jwt", or UNKNOWN when the header
 * is no bearer token at all.
 */
export function fromAuthorization(header: string | undefined): Caller {
  if (header === undefined || header === '') return NOBODY;
  const match = /^bearer +(.*)$/i.exec(header);
  if (!match) throw new StatusError('UNKNOWN', '');
  const token = match[1] ?? '';
  if (token.toLowerCase() === 'owner' || token.toLowerCase().startsWith('ya29.')) return { kind: 'admin' };
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0)
    throw invalidJwt();
  if (!BASE64URL.test(signature)) throw invalidJwt();
  decodeSegment(head);
  const claims = decodeSegment(body);
  const uid = claims.user_id ?? claims.sub;
  return { kind: 'user', auth: { uid: typeof uid === 'string' ? uid : '', token: toMap(claims) } };
}

function decodeSegment(segment: string): Record<string, unknown> {
  if (segment === '' || !BASE64URL.test(segment.replace(/=+$/, ''))) throw invalidJwt();
  try {
    const json: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return json as Record<string, unknown>;
  } catch {
    // Falls through to the one answer for every malformed token.
  }
  throw invalidJwt();
}

function invalidJwt(): StatusError {
  return new StatusError('INVALID_ARGUMENT', 'invalid jwt');
}

function toMap(claims: Record<string, unknown>): MapValue {
  return new Map(Object.entries(claims).map(([key, claim]) => [key, toValue(claim)]));
}

function toValue(claim: unknown): Value {
  if (claim === null || typeof claim === 'string' || typeof claim === 'boolean') return claim;
  if (typeof claim === 'number') return Number.isSafeInteger(claim) ? BigInt(claim) : claim;
  if (Array.isArray(claim)) return claim.map(toValue);
  return toMap(claim as Record<string, unknown>);
}
