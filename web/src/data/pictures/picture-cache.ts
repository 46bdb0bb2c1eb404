/** Pictures as object URLs, each fetched once. */
export interface PictureCache {
  /** The URL; null while it is fetched, and when it cannot be. */
  read(path: string): string | null;
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
      for (const reader of [...entry.readers]) reader();
      shrink();
    } catch {
      // Whoever asks for it next tries again.
      if (entries.get(path) === entry) entries.delete(path);
    }
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
    hold(path, onChange) {
      if (closed) return () => {};
      const known = entries.get(path);
      const entry = known ?? { url: null, bytes: 0, readers: new Set() };
      entries.delete(path);
      entries.set(path, entry);
      entry.readers.add(onChange);
      if (known === undefined) void load(path, entry);
      return () => {
        entry.readers.delete(onChange);
        shrink();
      };
    },
    close() {
      closed = true;
      for (const [path, entry] of [...entries]) {
        drop(path, entry);
        for (const reader of [...entry.readers]) reader();
      }
    },
  };
}
