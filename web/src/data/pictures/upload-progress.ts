import { useSyncExternalStore } from 'react';

/** The part of each picture that was sent, from 0 to 1, by its path; of those only that are being sent in this tab. */
const sent = new Map<string, number>();
const readers = new Set<() => void>();

/** `part` is null when it is over. */
export function reportUpload(path: string, part: number | null): void {
  if (part === null) sent.delete(path);
  else sent.set(path, part);
  for (const reader of [...readers]) reader();
}

/** The part of these pictures that was sent, by their bytes, from 0 to 1, live. */
export function useUploadProgress(
  pictures: readonly { readonly path: string; readonly size: number; readonly upload: string }[],
): number {
  return useSyncExternalStore(subscribe, () => {
    const done = pictures.map(
      ({ path, size, upload }) => size * (upload === 'stored' ? 1 : (sent.get(path) ?? 0)),
    );
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    return sum(done) / Math.max(1, sum(pictures.map(({ size }) => size)));
  });
}

function subscribe(onChange: () => void): () => void {
  readers.add(onChange);
  return () => readers.delete(onChange);
}
