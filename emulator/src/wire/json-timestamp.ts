import { isValidTimestamp, Timestamp } from '../values/timestamp.ts';
import { invalidPayload } from './invalid-payload.ts';

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** RFC 3339 with any offset, years 1 to 9999, up to nine digits of a second. */
export function fromJsonTimestamp(json: unknown): Timestamp {
  const match = typeof json === 'string' ? RFC3339.exec(json) : null;
  if (!match) throw invalidPayload();
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHour, offsetMinute] = match.map(
    (part) => part ?? '',
  );
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second));
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (Number(year) < 1 || local.toISOString().slice(0, 19) !== written) throw invalidPayload();
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60 * (sign === '-' ? -1 : 1);
  const time = new Timestamp(local.getTime() / 1000 - offset, Number((fraction ?? '').padEnd(9, '0')));
  if (!isValidTimestamp(time)) throw invalidPayload();
  return time;
}

/** Quoted, in UTC, with no, three, six or nine digits of a second. */
export function toJsonTimestamp({ seconds, nanos }: Timestamp): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  if (nanos === 0) return `"${whole}Z"`;
  const digits = String(nanos).padStart(9, '0');
  if (nanos % 1_000_000 === 0) return `"${whole}.${digits.slice(0, 3)}Z"`;
  return nanos % 1000 === 0 ? `"${whole}.${digits.slice(0, 6)}Z"` : `"${whole}.${digits}Z"`;
}
