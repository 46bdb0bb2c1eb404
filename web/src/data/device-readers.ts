/** Who follows something in the device store: told by this tab with `tell`, and by the browser of other tabs' changes. */
export function createDeviceReaders() {
  const readers = new Set<() => void>();
  return {
    subscribe(onChange: () => void): () => void {
      readers.add(onChange);
      window.addEventListener('storage', onChange);
      return () => {
        readers.delete(onChange);
        window.removeEventListener('storage', onChange);
      };
    },
    tell() {
      for (const reader of [...readers]) reader();
    },
  };
}
