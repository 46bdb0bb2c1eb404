/** A point in time: whole seconds since 1970-01-01T00:00:00Z (years 1 to 9999) and nanoseconds in [0, 1e9). */
export class Timestamp {
  constructor(
    readonly seconds: number,
    readonly nanos: number,
  ) {}
}
