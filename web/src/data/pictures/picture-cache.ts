/** Pictures as object URLs, each fetched once. */
export interface PictureCache {
  /** The URL; null while it is fetched, and when it cannot be. */
  read(path: string): string | null;
  /** What was thrown when it was last fetched, while it is held; undefined if nothing was. */
  problem(path: string): unknown;
  /** Fetches it again if it could not be had. */
  retry(path: string): void;
  /**
   * Begins to fetch the picture, unless it is here, and keeps it for at least as long as it is held. `onChange` is called
   * when `read` answers anew. Returns what lets go of it.
   */
  hold(path: string, onChange: () => void): () => void;
  /** Forgets everything and fetches nothing any more. */
  close(): void;
}

export interface PictureCacheOptions {
  fetch(path: string): Promise<Blob>;
  /** Bytes that stay here though nothing holds them. */
  readonly spareBytesMax: number;
}

interface Entry {
  url: string | null;
  problem: unknown;
  bytes: number;
  readonly readers: Set<() => void>;
}

/** Made of `URL.createObjectURL`: what is let go of and no longer fits is revoked, the longest unused first. */
export function createPictureCache({ fetch, spareBytesMax }: PictureCacheOptions): PictureCache {
  /** In the order of their last use. */
  const entries = new Map<string, Entry>();
  let closed = false;

  async function load(path: string, entry: Entry) {
    try {
      const picture = await fetch(path);
      if (entries.get(path) !== entry) return;
      entry.url = URL.createObjectURL(picture);
      entry.bytes = picture.size;
      tell(entry);
      shrink();
    } catch (problem) {
      if (entries.get(path) !== entry) return;
      // Whoever asks for it next tries again.
      if (entry.readers.size === 0) entries.delete(path);
      entry.problem = problem;
      tell(entry);
    }
  }

  function retry(path: string, entry: Entry) {
    if (entry.problem === undefined) return;
    entry.problem = undefined;
    void load(path, entry);
    tell(entry);
  }

  function tell(entry: Entry) {
    for (const reader of [...entry.readers]) reader();
  }

  function shrink() {
    const spare = [...entries].filter(([, { readers, url }]) => readers.size === 0 && url !== null);
    let bytes = spare.reduce((sum, [, entry]) => sum + entry.bytes, 0);
    for (const [path, entry] of spare) {
      if (bytes <= spareBytesMax) return;
      bytes -= entry.bytes;
      drop(path, entry);
    }
  }

  function drop(path: string, { url }: Entry) {
    entries.delete(path);
    if (url !== null) URL.revokeObjectURL(url);
  }

  return {
    read: (path) => entries.get(path)?.url ?? null,
    problem: (path) => entries.get(path)?.problem,
    retry(path) {
      const entry = entries.get(path);
      if (entry !== undefined) retry(path, entry);
    },
    hold(path, onChange) {
      if (closed) return () => {};
      const known = entries.get(path);
      const entry = known ?? { url: null, problem: undefined, bytes: 0, readers: new Set() };
      entries.delete(path);
      entries.set(path, entry);
      entry.readers.add(onChange);
      if (known === undefined) void load(path, entry);
      else retry(path, entry);
      return () => {
        entry.readers.delete(onChange);
        if (entry.readers.size === 0 && entry.problem !== undefined) entries.delete(path);
        shrink();
      };
    },
    close() {
      closed = true;
      for (const [path, entry] of [...entries]) {
        drop(path, entry);
        tell(entry);
      }
    },
  };
}
