/**
 * Scalars of ProtoJSON, as lenient as the protobuf library that reads them in the reference: numbers may be quoted,
 * strings may be bare numbers. Everything else is refused.
 */
import { invalidPayload } from './invalid-payload.ts';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
/** A decimal number as Java's BigDecimal reads it: sign, digits before and after the point, exponent. */
const DECIMAL = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)=*$/;
/** More zeros than these take any integer out of 64 bits. */
const MAX_ZEROS = 19;

export function asObject(json: unknown): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw invalidPayload();
  return json as Record<string, unknown>;
}

export function fromJsonString(json: unknown): string {
  if (typeof json === 'string') return json;
  if (typeof json === 'number' || typeof json === 'boolean') return String(json);
  throw invalidPayload();
}

export function fromJsonBool(json: unknown): boolean {
  if (json === true || json === 'true') return true;
  if (json === false || json === 'false') return false;
  throw invalidPayload();
}

export function fromJsonInt32(json: unknown): number {
  const value = Number(fromJsonInt64(json));
  if (value < -(2 ** 31) || value >= 2 ** 31) throw invalidPayload();
  return value;
}

/** Exact, also for numbers that come as text: `"9007199254740993"`, `"1e3"`, `"2.0"`. */
export function fromJsonInt64(json: unknown): bigint {
  const match = typeof json === 'number' || typeof json === 'string' ? DECIMAL.exec(String(json)) : null;
  if (!match) throw invalidPayload();
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '');
  const zeros = Number(exponent) - fraction.length;
  const size = scale(digits, zeros);
  return inInt64(sign === '-' ? -size : size);
}

/** The digits with so many zeros more, or fewer: then what is cut off must be zeros. */
function scale(digits: string, zeros: number): bigint {
  if (digits === '0') return 0n;
  if (zeros >= 0) {
    if (zeros > MAX_ZEROS) throw invalidPayload();
    return BigInt(digits) * 10n ** BigInt(zeros);
  }
  if (-zeros >= digits.length || !/^0*$/.test(digits.slice(zeros))) throw invalidPayload();
  return BigInt(digits.slice(0, zeros));
}

function inInt64(value: bigint): bigint {
  if (value < INT64_MIN || value > INT64_MAX) throw invalidPayload();
  return value;
}

export function fromJsonDouble(json: unknown): number {
  if (typeof json === 'number') return json;
  if (json === 'NaN' || json === 'Infinity' || json === '-Infinity') return Number(json);
  if (typeof json !== 'string' || !DECIMAL.test(json)) throw invalidPayload();
  const value = Number(json);
  if (!Number.isFinite(value)) throw invalidPayload();
  return value;
}

/** Standard or URL-safe base64, not both at once, padded or not. */
export function fromJsonBytes(json: unknown): Uint8Array {
  if (typeof json !== 'string' || !BASE64.test(json)) throw invalidPayload();
  if (json.replace(/=+$/, '').length % 4 === 1) throw invalidPayload();
  return Uint8Array.from(Buffer.from(json, 'base64'));
}

export function toJsonDouble(value: number): string {
  return Number.isFinite(value) ? (Object.is(value, -0) ? '-0.0' : String(value)) : `"${value}"`;
}

export function toJsonBytes(bytes: Uint8Array): string {
  return `"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}"`;
}
