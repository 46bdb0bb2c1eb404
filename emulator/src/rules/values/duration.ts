import { RulesError } from './rules-error.ts';

/** A span of time: whole seconds, and nanoseconds of the same sign with |nanos| < 1e9. */
export class Duration {
  constructor(
    readonly seconds: bigint,
    readonly nanos: number,
  ) {}
}

const nanosPerSecond = 1_000_000_000n;

/** Ten thousand years: more than lies between any two timestamps, and all that `google.protobuf.Duration` holds. */
const longest = 315_576_000_000n * nanosPerSecond;

/** The duration of so many nanoseconds, or an error beyond ten thousand years. */
export function durationFromNanos(total: bigint): Duration | RulesError {
  if (total > longest || total < -longest) return new RulesError('Duration value error.');
  return new Duration(total / nanosPerSecond, Number(total % nanosPerSecond));
}

export function durationToNanos(duration: Duration): bigint {
  return duration.seconds * nanosPerSecond + BigInt(duration.nanos);
}
