import { fromMicros, type Micros, type Timestamp } from '../values/timestamp.ts';

/** How far commits may run ahead of the system's clock to keep the changes of one document apart. */
const MAX_LEAD: Micros = 10_000;

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

  /**
   * `changed`: when the documents that are written last changed. The commit lies in a later millisecond, because many
   * clients keep no more of a time, but never more than 10 ms ahead of the system's clock for that.
   */
  nextCommit(changed: Micros = 0): Micros {
    const now = this.#micros();
    const apart = (Math.floor(changed / 1000) + 1) * 1000;
    this.#last = Math.max(now, this.#last + 1, apart <= now + MAX_LEAD ? apart : 0);
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
