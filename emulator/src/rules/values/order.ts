import { Timestamp } from '../../values/timestamp.ts';
import { Duration, durationToNanos } from './duration.ts';
import type { RulesValue } from './rules-value.ts';

/**
 * How `a` stands to `b` where `<` and its kin are defined: -1, 0 or 1; NaN when one is not a number (every
 * comparison with it is false); null when the two cannot be compared.
 */
export function order(a: RulesValue, b: RulesValue): number | null {
  if (typeof a === 'number' || typeof a === 'bigint') {
    if (typeof b !== 'number' && typeof b !== 'bigint') return null;
    return typeof a === typeof b ? orderNumbers(a, b) : orderNumbers(Number(a), Number(b));
  }
  if (typeof a === 'string') return typeof b === 'string' ? sign(a < b, a > b) : null;
  if (a instanceof Timestamp) {
    if (!(b instanceof Timestamp)) return null;
    if (a.seconds !== b.seconds) return sign(a.seconds < b.seconds, true);
    return sign(a.nanos < b.nanos, a.nanos > b.nanos);
  }
  if (a instanceof Duration) {
    if (!(b instanceof Duration)) return null;
    const left = durationToNanos(a);
    const right = durationToNanos(b);
    return sign(left < right, left > right);
  }
  if (a instanceof Uint8Array) return b instanceof Uint8Array ? Math.sign(Buffer.compare(a, b)) : null;
  return null;
}

/** Two numbers of one type: an int beside a float has been made a float, as `equal` does. */
function orderNumbers(a: bigint | number, b: bigint | number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 0;
}

function sign(less: boolean, greater: boolean): number {
  if (less) return -1;
  return greater ? 1 : 0;
}
