import type { OpenPicture, PictureArea } from './open-picture.ts';
import type { UploadOptions } from './upload-picture.ts';

/** Where a change of a picture stands. */
export type PictureStep =
  /** `done`: how the last change ended. */
  | { readonly step: 'idle'; readonly done: 'changed' | 'removed' | null }
  | { readonly step: 'reading' }
  | {
      readonly step: 'cropping';
      readonly picture: Pick<OpenPicture, 'url' | 'width' | 'height'>;
    }
  /** `sent` from 0 to 1; null while it is being checked. */
  | { readonly step: 'sending'; readonly sent: number | null }
  | { readonly step: 'saving' }
  | { readonly step: 'failed'; readonly problem: string; readonly canRetry: boolean };

export interface PictureChangePorts {
  open(file: Blob): Promise<OpenPicture>;
  upload(picture: Blob, options: UploadOptions): Promise<string>;
  save(path: string | null): Promise<void>;
  /** Deletes an upload that was not saved. */
  discard(path: string): void;
  sentence(cause: unknown): string;
  /** Whether a save that failed with this may have been stored all the same: the answer was lost. */
  isUnsure(cause: unknown): boolean;
  /** Pixels that the picture may be wide. */
  readonly widthMax: number;
}

export interface PictureChange {
  read(): PictureStep;
  subscribe(onChange: () => void): () => void;
  pick(file: Blob): Promise<void>;
  /** Goes on with this part of the picture that was picked. */
  crop(area: PictureArea): Promise<void>;
  remove(): Promise<void>;
  /** The step that failed, once more, with all that was done before it. */
  retry(): Promise<void>;
  /** Ends what is going on. While it is saved there is no way back. */
  cancel(): void;
}

const REST: PictureStep = { step: 'idle', done: null };

/** Changes one picture, a step at a time. Nothing here throws: a failure is a step with a sentence. */
export function createPictureChange(ports: PictureChangePorts): PictureChange {
  let now: PictureStep = REST;
  let open: OpenPicture | null = null;
  let uploaded: string | null = null;
  let stop = new AbortController();
  let again: (() => Promise<void>) | null = null;
  const readers = new Set<() => void>();

  function show(next: PictureStep) {
    now = next;
    for (const reader of [...readers]) reader();
  }

  /** Runs a step. When it fails, `retry` runs it again; a step that was ended in the meantime says nothing. */
  async function run(step: (signal: AbortSignal) => Promise<void>, isRepeatable = true) {
    const { signal } = stop;
    again = isRepeatable ? () => run(step) : null;
    try {
      await step(signal);
    } catch (cause) {
      if (!signal.aborted) show({ step: 'failed', problem: ports.sentence(cause), canRetry: isRepeatable });
    }
  }

  function close() {
    open?.close();
    open = null;
  }

  function reset() {
    stop.abort();
    stop = new AbortController();
    close();
    if (uploaded !== null) ports.discard(uploaded);
    uploaded = null;
    again = null;
  }

  const send = (picture: Blob) =>
    run(async (signal) => {
      show({ step: 'sending', sent: 0 });
      const onProgress = (sent: number | null) => {
        if (!signal.aborted) show({ step: 'sending', sent });
      };
      const path = await ports.upload(picture, { onProgress, signal });
      if (signal.aborted) {
        ports.discard(path);
        return;
      }
      uploaded = path;
      await save(path);
    });

  const save = (path: string | null) =>
    run(async () => {
      show({ step: 'saving' });
      try {
        await ports.save(path);
      } catch (cause) {
        // It may be shown by now, so it must stay.
        if (ports.isUnsure(cause)) uploaded = null;
        throw cause;
      }
      uploaded = null;
      show({ step: 'idle', done: path === null ? 'removed' : 'changed' });
    });

  return {
    read: () => now,
    subscribe(onChange) {
      readers.add(onChange);
      return () => readers.delete(onChange);
    },
    async pick(file) {
      reset();
      await run(async (signal) => {
        show({ step: 'reading' });
        const picture = await ports.open(file);
        if (signal.aborted) picture.close();
        else {
          open = picture;
          show({ step: 'cropping', picture });
        }
      }, false);
    },
    async crop(area) {
      const picture = open;
      if (picture === null) return;
      await run(async () => {
        const cut = await picture.cut(area, ports.widthMax);
        close();
        await send(cut);
      }, false);
    },
    async remove() {
      reset();
      await save(null);
    },
    retry: async () => again?.(),
    cancel() {
      if (now.step === 'saving') return;
      reset();
      show(REST);
    },
  };
}
