/** A span of time: whole seconds, and nanoseconds of the same sign with |nanos| < 1e9. */
export class Duration {
  constructor(
    readonly seconds: bigint,
    readonly nanos: number,
  ) {}
}

const nanosPerSecond = 1_000_000_000n;

export function durationFromNanos(total: bigint): Duration {
  return new Duration(total / nanosPerSecond, Number(total % nanosPerSecond));
}

export function durationToNanos(duration: Duration): bigint {
  return duration.seconds * nanosPerSecond + BigInt(duration.nanos);
}
