/** How long an event that is due may take before its case fails. */
const patienceMs = 10_000;

/** The events of a listener in their order, each to be awaited once. */
export class Events<Event> {
  readonly #arrived: Event[] = [];
  #wake: (() => void) | null = null;
  #error: Error | null = null;

  readonly push = (event: Event): void => {
    this.#arrived.push(event);
    this.#wake?.();
  };

  readonly fail = (error: Error): void => {
    this.#error = error;
    this.#wake?.();
  };

  /** The next event, when it has come. Rejects after ten seconds, or when the listener fails. */
  async next(): Promise<Event> {
    while (this.#arrived.length === 0) await this.#change();
    return this.#arrived.shift() as Event;
  }

  /** Skips events until one satisfies `wanted`, and gives that. */
  async until(wanted: (event: Event) => boolean): Promise<Event> {
    for (;;) {
      const event = await this.next();
      if (wanted(event)) return event;
    }
  }

  /** How many have come that nobody awaited. */
  get waiting(): number {
    return this.#arrived.length;
  }

  #change(): Promise<void> {
    if (this.#error !== null) return Promise.reject(this.#error);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('an event that is due did not come')), patienceMs);
      this.#wake = () => {
        clearTimeout(timer);
        if (this.#error !== null) reject(this.#error);
        else resolve();
      };
    });
  }
}
