/** Reads a list page by page, one page at a time, and drops pages requested before the list was restarted. */
export interface PageReader {
  /**
   * Requests a page and passes it to `take`. If another page is still loading, waits for that one instead. Throws what
   * `ask` throws, unless the list was restarted in the meantime.
   */
  read<P>(ask: () => Promise<P>, take: (page: P) => void): Promise<void>;
  /** Restarts the list. A page that is still loading is dropped. */
  restart(): void;
  /** Whether a page is loading. */
  isReading(): boolean;
}

export function createPageReader(): PageReader {
  let running: Promise<void> | null = null;

  return {
    read(ask, take) {
      if (running !== null) return running;
      const mine = ask().then(
        (page) => {
          if (running !== mine) return;
          running = null;
          take(page);
        },
        (cause: unknown) => {
          if (running !== mine) return;
          running = null;
          throw cause;
        },
      );
      running = mine;
      return mine;
    },
    restart() {
      running = null;
    },
    isReading: () => running !== null,
  };
}
