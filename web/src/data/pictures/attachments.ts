import { limits } from '@sameboat/model/limits';
import type { OutgoingPicture } from '../outbox-state.ts';
import type { PreparedPicture } from './open-picture.ts';

/** A picture that was chosen for a message and not sent yet. */
export interface Attachment {
  /** The path that it will have in Storage. Once it is ready, the picture can be drawn by it. */
  readonly path: string;
  readonly alt: string;
  /** Null while it is being prepared. Sides in pixels, size in bytes. */
  readonly ready: { readonly width: number; readonly height: number; readonly size: number } | null;
}

export interface AttachmentPorts {
  /** A new path for a picture of this person in this chat. */
  newPath(): string;
  /** Draws a file anew. Throws PictureProblem or DataError. */
  prepare(file: Blob): Promise<PreparedPicture>;
  keep(path: string, picture: Blob): Promise<void>;
  forget(path: string): void;
  sentence(cause: unknown): string;
}

export interface AttachmentsState {
  /** In the order in which they were chosen. */
  readonly pictures: readonly Attachment[];
  /** A sentence for each file that was left out of the last choice. */
  readonly problems: readonly string[];
  /** Whether one is not ready, or its description too long: then nothing can be sent yet. */
  readonly isHeldUp: boolean;
}

export interface Attachments {
  read(): AttachmentsState;
  subscribe(onChange: () => void): () => void;
  /** Adds files as far as there is room. Resolves when each is ready or refused. */
  add(files: readonly File[]): Promise<void>;
  remove(path: string): void;
  describe(path: string, alt: string): void;
  /** Takes the pictures that are ready out, to send them. */
  take(): readonly OutgoingPicture[];
}

/** The pictures that are attached to what somebody writes in a chat. Files are prepared one at a time. */
export function createAttachments(ports: AttachmentPorts): Attachments {
  const readers = new Set<() => void>();
  let state: AttachmentsState = { pictures: [], problems: [], isHeldUp: false };
  let working: Promise<void> = Promise.resolve();

  function change(next: Partial<Omit<AttachmentsState, 'isHeldUp'>>) {
    const { pictures, problems } = { ...state, ...next };
    state = { pictures, problems, isHeldUp: pictures.some(isUnready) };
    for (const reader of [...readers]) reader();
  }

  function changePicture(path: string, next: Partial<Attachment>) {
    change({ pictures: state.pictures.map((each) => (each.path === path ? { ...each, ...next } : each)) });
  }

  const without = (path: string) => state.pictures.filter((each) => each.path !== path);
  const has = (path: string) => state.pictures.some((each) => each.path === path);

  async function prepare(path: string, file: File) {
    if (!has(path)) return;
    try {
      const { picture, width, height } = await ports.prepare(file);
      if (!has(path)) return;
      await ports.keep(path, picture);
      if (has(path)) changePicture(path, { ready: { width, height, size: picture.size } });
      else ports.forget(path);
    } catch (cause) {
      if (!has(path)) return;
      const problem = `${file.name}: ${ports.sentence(cause)}`;
      change({ pictures: without(path), problems: [...state.problems, problem] });
    }
  }

  return {
    read: () => state,
    subscribe(onChange) {
      readers.add(onChange);
      return () => readers.delete(onChange);
    },
    add(files) {
      const room = limits.imagesMax - state.pictures.length;
      const added = files.slice(0, room).map((file) => ({ file, path: ports.newPath() }));
      change({
        pictures: [...state.pictures, ...added.map(({ path }) => ({ path, alt: '', ready: null }))],
        problems: files.length > room ? [leftOut(files.length - room)] : [],
      });
      for (const { file, path } of added) working = working.then(() => prepare(path, file));
      return working;
    },
    remove(path) {
      change({ pictures: without(path), problems: [] });
      ports.forget(path);
    },
    describe: (path, alt) => changePicture(path, { alt }),
    take() {
      const pictures = state.pictures.flatMap(({ path, alt, ready }): OutgoingPicture[] =>
        ready === null ? [] : [{ path, alt: alt.trim(), ...ready, state: 'new' }],
      );
      change({ pictures: state.pictures.filter(({ ready }) => ready === null), problems: [] });
      return pictures;
    },
  };
}

function isUnready({ ready, alt }: Attachment): boolean {
  return ready === null || alt.trim().length > limits.imageAltMax;
}

function leftOut(count: number): string {
  const rule = `A message can have ${limits.imagesMax} pictures.`;
  return count === 1 ? `${rule} One was left out.` : `${rule} ${count} were left out.`;
}
