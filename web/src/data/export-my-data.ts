import {
  type ExportCursor,
  type ExportMyDataInput,
  exportedPictureSchema,
  exportPageSchema,
} from '@sameboat/model/export-my-data';
import { expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';
import { exportReadme } from './export-readme.ts';

/** How far an export has come, from 0 to 1, and the pictures that are already in it. */
export interface ExportProgress {
  readonly done: number;
  readonly pictures: number;
}

export interface DataExport {
  /**
   * Fetches what is still missing and resolves to the zip. Called again after it failed or was cancelled, it goes on from
   * there. Throws DataError: 'offline', 'too-often', 'busy' and others; AbortError when cancelled.
   */
  run(report: (progress: ExportProgress) => void, signal: AbortSignal): Promise<Blob>;
}

type Call = (input: ExportMyDataInput) => Promise<unknown>;

/** An export that has not begun. Everything it has fetched is kept as blobs, which a browser may keep outside memory. */
export function createDataExport(call: Call = callFunction): DataExport {
  const files: { name: string; input: Blob }[] = [];
  const pictures: string[] = [];
  const named = new Set<string>();
  let cursor: ExportCursor | null = null;
  let pagesDone = 0;
  let isEnd = false;
  let picturesDone = 0;

  const progress = (): ExportProgress => ({
    // Pages are many small things and pictures few large ones: half of the way each, if there are any.
    done: pictures.length === 0 ? pagesDone : (pagesDone + picturesDone / pictures.length) / 2,
    pictures: picturesDone,
  });

  async function fetchPage(): Promise<void> {
    const page = exportPageSchema.parse(await call({ kind: 'page', cursor }));
    for (const { name, text } of page.files) files.push({ name, input: new Blob([text]) });
    for (const path of page.pictures) {
      if (!named.has(path)) pictures.push(path);
      named.add(path);
    }
    cursor = page.next;
    isEnd = page.next === null;
    pagesDone = page.done / page.of;
  }

  async function fetchPicture(path: string): Promise<void> {
    const { content } = exportedPictureSchema.parse(await call({ kind: 'picture', path }));
    picturesDone += 1;
    // Deleted since its page was read.
    if (content === null) return;
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    files.push({ name: pictureName(path, bytes), input: new Blob([bytes]) });
  }

  return {
    async run(report, signal) {
      for (;;) {
        signal.throwIfAborted();
        report(progress());
        const path = pictures[picturesDone];
        if (!isEnd) await fetchPage();
        else if (path !== undefined) await fetchPicture(path);
        else break;
      }
      const { downloadZip } = await import('client-zip');
      const readme = { name: 'README.txt', input: new Blob([exportReadme(new Date())]) };
      return downloadZip([readme, ...files]).blob();
    },
  };
}

/** `chats/{id}/images/{sender}/{fileId}` → `pictures/{fileId}.webp`. A picture that was never checked is as it was uploaded. */
function pictureName(path: string, bytes: Uint8Array): string {
  const starts = String.fromCharCode(...bytes.subarray(0, 12));
  const ending = starts.endsWith('WEBP') ? 'webp' : starts.startsWith('\u0089PNG') ? 'png' : 'jpg';
  return `pictures/${path.slice(path.lastIndexOf('/') + 1)}.${ending}`;
}

async function callFunction(input: ExportMyDataInput): Promise<unknown> {
  const [{ httpsCallable }, { functions }] = await Promise.all([
    import('firebase/functions'),
    import('../firebase/functions.ts'),
  ]);
  try {
    const { data } = await expectAnswerOf(httpsCallable(functions(), 'exportMyData')(input));
    return data;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'functions/resource-exhausted') throw new DataError('too-often', undefined, { cause });
    // The SDK says this of an answer that never came.
    if (code === 'functions/internal' && !navigator.onLine)
      throw new DataError('offline', undefined, { cause });
    throw toDataError(cause);
  }
}
