import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenPicture } from './open-picture.ts';
import { createPictureChange, type PictureChange, type PictureChangePorts } from './picture-change.ts';
import type { UploadOptions } from './upload-picture.ts';

const file = new Blob(['a file']);
const area = { x: 1, y: 2, width: 3, height: 4 };

interface Pending<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (cause: Error) => void;
}

/** A promise that the test settles. */
function pending<T>(): Pending<T> {
  let settle: Pick<Pending<T>, 'resolve' | 'reject'> = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

let log: string[];
let opening: Pending<OpenPicture>;
let uploading: Pending<string>;
let saving: Pending<void>;
let options: UploadOptions | null;
let change: PictureChange;

const picture: OpenPicture = {
  url: 'blob:it',
  width: 30,
  height: 40,
  cut: async ({ width }, widthMax) => {
    log.push(`cut ${width} of at most ${widthMax}`);
    return new Blob(['cut']);
  },
  close: () => log.push('close'),
};

beforeEach(() => {
  log = [];
  options = null;
  [opening, uploading, saving] = [pending(), pending(), pending()];
  const ports: PictureChangePorts = {
    widthMax: 512,
    open: () => opening.promise,
    upload: (_, given) => {
      options = given;
      log.push('upload');
      return uploading.promise;
    },
    save: (path) => {
      log.push(`save ${path}`);
      return saving.promise;
    },
    discard: (path) => log.push(`discard ${path}`),
    sentence: (cause) => `It failed: ${cause instanceof Error ? cause.message : cause}.`,
    isUnsure: (cause) => cause instanceof Error && cause.message === 'lost',
  };
  change = createPictureChange(ports);
});

/** Lets everything that is settled go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

async function toUploading() {
  void change.pick(file);
  opening.resolve(picture);
  await settle();
  void change.crop(area);
  await settle();
}

async function toSaving() {
  await toUploading();
  uploading.resolve('users/ada/avatar/1');
  await settle();
}

describe('a change of a picture', () => {
  it('reads, crops, sends, checks and saves, and says where it is', async () => {
    void change.pick(file);
    expect(change.read()).toStrictEqual({ step: 'reading' });
    opening.resolve(picture);
    await settle();
    expect(change.read()).toStrictEqual({ step: 'cropping', picture });
    void change.crop(area);
    await settle();
    expect(change.read()).toStrictEqual({ step: 'sending', sent: 0 });
    options?.onProgress(0.5);
    expect(change.read()).toStrictEqual({ step: 'sending', sent: 0.5 });
    options?.onProgress(null);
    expect(change.read()).toStrictEqual({ step: 'sending', sent: null });
    uploading.resolve('users/ada/avatar/1');
    await settle();
    expect(change.read()).toStrictEqual({ step: 'saving' });
    saving.resolve();
    await settle();
    expect(change.read()).toStrictEqual({ step: 'idle', done: 'changed' });
    expect(log).toStrictEqual(['cut 3 of at most 512', 'close', 'upload', 'save users/ada/avatar/1']);
  });

  it('removes a picture', async () => {
    void change.remove();
    expect(change.read()).toStrictEqual({ step: 'saving' });
    saving.resolve();
    await settle();
    expect(change.read()).toStrictEqual({ step: 'idle', done: 'removed' });
    expect(log).toStrictEqual(['save null']);
  });

  it('says why a file cannot be read, which trying again would not help', async () => {
    void change.pick(file);
    opening.reject(new Error('broken'));
    await settle();
    expect(change.read()).toStrictEqual({ step: 'failed', problem: 'It failed: broken.', canRetry: false });
  });
});

describe('after a failure, trying again', () => {
  it('sends the same part once more', async () => {
    await toUploading();
    uploading.reject(new Error('offline'));
    await settle();
    expect(change.read()).toStrictEqual({ step: 'failed', problem: 'It failed: offline.', canRetry: true });
    uploading = pending();
    void change.retry();
    expect(change.read()).toStrictEqual({ step: 'sending', sent: 0 });
    uploading.resolve('users/ada/avatar/2');
    await settle();
    expect(log).toStrictEqual([
      'cut 3 of at most 512',
      'close',
      'upload',
      'upload',
      'save users/ada/avatar/2',
    ]);
  });

  it('saves once more what is uploaded', async () => {
    await toSaving();
    saving.reject(new Error('refused'));
    await settle();
    saving = pending();
    void change.retry();
    saving.resolve();
    await settle();
    expect(change.read()).toStrictEqual({ step: 'idle', done: 'changed' });
    expect(log.filter((entry) => entry === 'upload')).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('closes the picture that is being cropped', async () => {
    void change.pick(file);
    opening.resolve(picture);
    await settle();
    change.cancel();
    expect(change.read()).toStrictEqual({ step: 'idle', done: null });
    expect(log).toStrictEqual(['close']);
  });

  it('closes a picture that opens too late', async () => {
    void change.pick(file);
    change.cancel();
    opening.resolve(picture);
    await settle();
    expect(change.read()).toStrictEqual({ step: 'idle', done: null });
    expect(log).toStrictEqual(['close']);
  });

  it('ends an upload and says nothing of it any more', async () => {
    await toUploading();
    change.cancel();
    expect(options?.signal.aborted).toBe(true);
    options?.onProgress(0.9);
    uploading.reject(new Error('ended'));
    await settle();
    expect(change.read()).toStrictEqual({ step: 'idle', done: null });
  });

  it('deletes an upload that was done all the same, and does not save it', async () => {
    await toUploading();
    change.cancel();
    uploading.resolve('users/ada/avatar/1');
    await settle();
    expect(log.slice(-2)).toStrictEqual(['upload', 'discard users/ada/avatar/1']);
    expect(change.read()).toStrictEqual({ step: 'idle', done: null });
  });

  it('deletes what could not be saved, unless it may be shown by now', async () => {
    await toSaving();
    saving.reject(new Error('refused'));
    await settle();
    change.cancel();
    expect(log.at(-1)).toBe('discard users/ada/avatar/1');

    [opening, uploading, saving] = [pending(), pending(), pending()];
    await toSaving();
    saving.reject(new Error('lost'));
    await settle();
    change.cancel();
    expect(log.at(-1)).toBe('save users/ada/avatar/1');
  });

  it('does nothing while it is saved', async () => {
    await toSaving();
    change.cancel();
    expect(change.read()).toStrictEqual({ step: 'saving' });
  });
});
