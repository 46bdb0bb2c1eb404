/**
 * Scalars of ProtoJSON, as lenient as the protobuf library that reads them in the reference: numbers may be quoted,
 * strings may be bare numbers. Everything else is refused.
 */
import { invalidPayload } from './invalid-payload.ts';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

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

export function fromJsonInt64(json: unknown): bigint {
  if (typeof json === 'string' && /^-?\d+$/.test(json)) return inInt64(BigInt(json));
  const value = fromJsonDouble(json);
  if (!Number.isInteger(value)) throw invalidPayload();
  return inInt64(BigInt(value));
}

function inInt64(value: bigint): bigint {
  if (value < INT64_MIN || value > INT64_MAX) throw invalidPayload();
  return value;
}

export function fromJsonDouble(json: unknown): number {
  if (typeof json === 'number') return json;
  if (json === 'NaN' || json === 'Infinity' || json === '-Infinity') return Number(json);
  if (typeof json !== 'string' || !NUMBER.test(json)) throw invalidPayload();
  const value = Number(json);
  if (!Number.isFinite(value)) throw invalidPayload();
  return value;
}

/** Standard or URL-safe base64, padded or not. */
export function fromJsonBytes(json: unknown): Uint8Array {
  if (typeof json !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(json)) throw invalidPayload();
  if (json.replace(/=+$/, '').length % 4 === 1) throw invalidPayload();
  return Uint8Array.from(Buffer.from(json, 'base64'));
}

export function toJsonDouble(value: number): string {
  return Number.isFinite(value) ? (Object.is(value, -0) ? '-0.0' : String(value)) : `"${value}"`;
}

export function toJsonBytes(bytes: Uint8Array): string {
  return `"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}"`;
}
