import { Timestamp } from '../../values/timestamp.ts';
import { Duration, durationFromNanos, durationToNanos } from '../values/duration.ts';
import { RulesError } from '../values/rules-error.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { type Builtin, globalFunction, method, overload } from './builtin.ts';

const secondsPerDay = 86_400;
const earliest = -62_135_596_800;
const latest = 253_402_300_799;

const unitNanos: Readonly<Record<string, bigint>> = {
  w: 604_800_000_000_000n,
  d: 86_400_000_000_000n,
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  ns: 1n,
};

/** The timestamp so many nanoseconds after 1970, or an error outside the years 1 to 9999. */
export function timestampFromNanos(total: bigint): Timestamp | RulesError {
  const nanos = ((total % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = (total - nanos) / 1_000_000_000n;
  if (seconds < earliest || seconds > latest) return new RulesError('Timestamp value error.');
  return new Timestamp(Number(seconds), Number(nanos));
}

export function timestampToNanos(timestamp: Timestamp): bigint {
  return BigInt(timestamp.seconds) * 1_000_000_000n + BigInt(timestamp.nanos);
}

function dateOf(timestamp: Timestamp): Date {
  return new Date(timestamp.seconds * 1000);
}

function secondOfDay(timestamp: Timestamp): number {
  return ((timestamp.seconds % secondsPerDay) + secondsPerDay) % secondsPerDay;
}

function fromDate(year: bigint, month: bigint, day: bigint): RulesValue {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isCalendarDay =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  const seconds = date.getTime() / 1000;
  if (!isCalendarDay || seconds < earliest || seconds > latest)
    return new RulesError('Timestamp value error.');
  return new Timestamp(seconds, 0);
}

function dayOfYear(timestamp: Timestamp): bigint {
  const date = dateOf(timestamp);
  const newYear = new Date(0);
  newYear.setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return BigInt(Math.floor((date.getTime() - newYear.getTime()) / 1000 / secondsPerDay) + 1);
}

function part(name: string, doc: string, of: (timestamp: Timestamp) => number): Builtin {
  return method(
    name,
    doc,
    overload(['timestamp'], 'int', (timestamp) => BigInt(of(timestamp))),
  );
}

export const timestampBuiltins: readonly Builtin[] = [
  globalFunction(
    'timestamp.date',
    'Midnight (UTC) of a year, month and day.',
    overload(['int', 'int', 'int'], 'timestamp', fromDate),
  ),
  globalFunction(
    'timestamp.value',
    'So many milliseconds after 1970.',
    overload(['int'], 'timestamp', (millis) => timestampFromNanos(millis * 1_000_000n)),
  ),
  part('year', 'The year.', (timestamp) => dateOf(timestamp).getUTCFullYear()),
  part('month', 'The month, 1 to 12.', (timestamp) => dateOf(timestamp).getUTCMonth() + 1),
  part('day', 'The day of the month, 1 to 31.', (timestamp) => dateOf(timestamp).getUTCDate()),
  part('hours', 'The hour, 0 to 23.', (timestamp) => dateOf(timestamp).getUTCHours()),
  part('minutes', 'The minute, 0 to 59.', (timestamp) => dateOf(timestamp).getUTCMinutes()),
  part('dayOfWeek', 'Monday is 1, Sunday 7.', (timestamp) => dateOf(timestamp).getUTCDay() || 7),
  method('dayOfYear', '1 to 366.', overload(['timestamp'], 'int', dayOfYear)),
  method(
    'date',
    'Midnight of the same day.',
    overload(
      ['timestamp'],
      'timestamp',
      (timestamp) => new Timestamp(timestamp.seconds - secondOfDay(timestamp), 0),
    ),
  ),
  method(
    'time',
    'The time since midnight.',
    overload(
      ['timestamp'],
      'duration',
      (timestamp) => new Duration(BigInt(secondOfDay(timestamp)), timestamp.nanos),
    ),
  ),
  method(
    'toMillis',
    'Whole milliseconds since 1970.',
    overload(
      ['timestamp'],
      'int',
      (timestamp) => BigInt(timestamp.seconds) * 1000n + BigInt(Math.floor(timestamp.nanos / 1_000_000)),
    ),
  ),
];

export const durationBuiltins: readonly Builtin[] = [
  globalFunction(
    'duration.value',
    "A magnitude in 'w', 'd', 'h', 'm', 's', 'ms' or 'ns'.",
    overload(['int', 'string'], 'duration', (magnitude, unit) => {
      const nanos = Object.hasOwn(unitNanos, unit) ? unitNanos[unit] : undefined;
      return nanos === undefined
        ? new RulesError('Duration value error.')
        : durationFromNanos(magnitude * nanos);
    }),
  ),
  globalFunction(
    'duration.time',
    'Hours, minutes, seconds and nanoseconds.',
    overload(['int', 'int', 'int', 'int'], 'duration', (hours, minutes, seconds, nanos) =>
      durationFromNanos((hours * 3600n + minutes * 60n + seconds) * 1_000_000_000n + nanos),
    ),
  ),
  globalFunction(
    'duration.abs',
    'Without its sign.',
    overload(['duration'], 'duration', (duration) => {
      const nanos = durationToNanos(duration);
      return durationFromNanos(nanos < 0n ? -nanos : nanos);
    }),
  ),
  method(
    'seconds',
    'Of a duration its whole seconds; of a timestamp the second, 0 to 59.',
    overload(['duration'], 'int', (duration) => duration.seconds),
    overload(['timestamp'], 'int', (timestamp) => BigInt(dateOf(timestamp).getUTCSeconds())),
  ),
  method(
    'nanos',
    'The nanoseconds behind the whole seconds.',
    overload(['duration'], 'int', (duration) => BigInt(duration.nanos)),
    overload(['timestamp'], 'int', (timestamp) => BigInt(timestamp.nanos)),
  ),
];
