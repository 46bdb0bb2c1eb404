/** A point in time: whole seconds since 1970-01-01T00:00:00Z (years 1 to 9999) and nanoseconds in [0, 1e9). */
export class Timestamp {
  constructor(
    readonly seconds: number,
    readonly nanos: number,
  ) {}
}

/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
const MIN_SECONDS = -62_135_596_800;
const MAX_SECONDS = 253_402_300_799;

/** Whether it is a time of the years 1 to 9999 with nanoseconds of one second. */
export function isValidTimestamp({ seconds, nanos }: Timestamp): boolean {
  return seconds >= MIN_SECONDS && seconds <= MAX_SECONDS && nanos >= 0 && nanos < 1_000_000_000;
}

/** Whole microseconds since 1970; exact for every time in this and the next two centuries. */
export type Micros = number;

export function toMicros(time: Timestamp): Micros {
  return time.seconds * 1_000_000 + Math.floor(time.nanos / 1000);
}

export function fromMicros(micros: Micros): Timestamp {
  const seconds = Math.floor(micros / 1_000_000);
  return new Timestamp(seconds, (micros - seconds * 1_000_000) * 1000);
}

export function fromMillis(millis: number): Timestamp {
  return fromMicros(Math.floor(millis) * 1000);
}

/** Firestore stores microseconds: anything finer is cut off. */
export function cutToMicros(time: Timestamp): Timestamp {
  const nanos = time.nanos - (time.nanos % 1000);
  return nanos === time.nanos ? time : new Timestamp(time.seconds, nanos);
}
