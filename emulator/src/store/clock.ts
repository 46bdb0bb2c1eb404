import { fromMicros, type Micros, type Timestamp } from '../values/timestamp.ts';

/**
 * Commit and read times of one database. Commits are strictly increasing microseconds, and never at or before
 * a time that a read was given, so that what was read at a time stays what that time showed.
 */
export class Clock {
  readonly #now: () => number;
  #last: Micros = 0;

  /** `now` in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds since 1970, as the system has it. */
  millis(): number {
    return this.#now();
  }

  nextCommit(): Micros {
    this.#last = Math.max(this.#micros(), this.#last + 1);
    return this.#last;
  }

  /** A time that shows everything committed so far. */
  read(): Micros {
    this.#last = Math.max(this.#micros(), this.#last);
    return this.#last;
  }

  readTime(): Timestamp {
    return fromMicros(this.read());
  }

  #micros(): Micros {
    return Math.floor(this.#now() * 1000);
  }
}
