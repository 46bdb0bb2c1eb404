/** Reads a list page by page: one page at a time, and none that was asked for before the list began anew. */
export interface PageReader {
  /**
   * Asks for a page and hands it to `take`. Does nothing but wait while another page is on its way. Throws what `ask`
   * throws, unless the list began anew meanwhile.
   */
  read<P>(ask: () => Promise<P>, take: (page: P) => void): Promise<void>;
  /** The list begins anew: what is still on its way is for nobody. */
  restart(): void;
  /** Whether a page is on its way. */
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
