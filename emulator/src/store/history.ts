import type { Document } from '../values/document.ts';
import { type Micros, toMicros } from '../values/timestamp.ts';

export interface Change {
  readonly path: string;
  readonly before: Document | null;
  readonly after: Document | null;
}

interface Entry extends Change {
  readonly time: Micros;
  /** A rough count of the bytes that only this entry keeps alive. */
  readonly weight: number;
}

const MAX_ENTRIES = 20_000;
const MAX_WEIGHT = 24 * 1024 * 1024;
/** Google serves reads of the past hour, its emulator those of at least two. */
export const MAX_AGE: Micros = 2 * 60 * 60 * 1_000_000;

/** The latest changes, oldest first: enough to show the database as it was a while ago. Bounded in age, number and size. */
export class History {
  /** Those before `#first` are dropped already; their places go when there are many. */
  #entries: (Entry | undefined)[] = [];
  #first = 0;
  #weight = 0;
  #start: Micros;
  /** Of the latest change after which a document said that it is older. */
  #undated: Micros;

  /** `start`: the oldest time that can be shown. */
  constructor(start: Micros) {
    this.#start = start;
    this.#undated = start;
  }

  get start(): Micros {
    return this.#start;
  }

  /** Whether each document that changed after `time`, and is still there, has an updateTime after it. */
  isDatedSince(time: Micros): boolean {
    return time >= this.#undated;
  }

  record(time: Micros, changes: readonly Change[], weightOf: (document: Document) => number): void {
    for (const change of changes) {
      if (change.after !== null && toMicros(change.after.updateTime) < time) this.#undated = time;
      const weight = change.before === null ? 0 : weightOf(change.before);
      this.#entries.push({ time, path: change.path, before: change.before, after: change.after, weight });
      this.#weight += weight;
    }
    this.#trim(time);
  }

  /** Forgets everything; times before `start` can no longer be shown. */
  clear(start: Micros): void {
    this.#entries = [];
    this.#first = 0;
    this.#weight = 0;
    this.#start = start;
    this.#undated = start;
  }

  /** What each document changed after `time` was at that time; null when that is no longer known. */
  since(time: Micros): ReadonlyMap<string, Document | null> | null {
    if (time < this.#start) return null;
    const states = new Map<string, Document | null>();
    for (let index = this.#entries.length - 1; index >= this.#first; index -= 1) {
      const entry = this.#entries[index];
      if (entry === undefined || entry.time <= time) break;
      states.set(entry.path, entry.before);
    }
    return states;
  }

  /** Whole commits go, so that a time is shown entirely or not at all. */
  #trim(now: Micros): void {
    while (this.#first < this.#entries.length) {
      const entry = this.#entries[this.#first];
      if (entry === undefined) break;
      const tooMany = this.#entries.length - this.#first > MAX_ENTRIES || this.#weight > MAX_WEIGHT;
      const partOfDropped = entry.time === this.#start;
      if (!tooMany && !partOfDropped && now - entry.time <= MAX_AGE) break;
      this.#start = entry.time;
      this.#weight -= entry.weight;
      this.#entries[this.#first] = undefined;
      this.#first += 1;
    }
    if (this.#first > 4096 && this.#first * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }
}
