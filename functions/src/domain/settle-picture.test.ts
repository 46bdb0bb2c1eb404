import { avatarImagePath, chatImagePath, type SmallImageSide } from '@sameboat/model/image';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type PictureFacts,
  settlePicture,
  type UploadedPicture,
  type UploadStore,
} from './settle-picture.ts';

const fileId = 'AbCdEfGhIjKlMnOpQr01';
const picture = { path: chatImagePath('evening', 'ada', fileId), generation: '1' };
const now = 1_000_000;
const at = (millis: number) => ({ seconds: millis / 1000, nanoseconds: 0, toMillis: () => millis });

const chat = { state: undefined, expiresAt: null, endedAt: null };
const sanction = { banned: false, denied: [], until: null, kind: 'staff' as const };

/** One picture, as it lies in Storage and what is done to it. */
class OnePicture implements UploadStore {
  object: { generation: string; content: string } | null = { generation: '1', content: 'upload' };
  facts: PictureFacts = { uid: 'ada', chat, sanction: null };
  readonly done: string[] = [];
  failAt: string | null = null;

  #do(what: string) {
    if (this.failAt === what) {
      this.failAt = null;
      throw new Error('The instance stopped here.');
    }
    this.done.push(what);
  }
  async factsOf() {
    return this.facts;
  }
  async read({ generation }: UploadedPicture) {
    return this.object?.generation === generation ? Buffer.from(this.object.content) : null;
  }
  readonly copies = new Map<string, string>();
  /** What happens while the copies are stored. */
  meanwhile = () => {};
  async put(path: string, content: Uint8Array) {
    this.#do(path);
    this.copies.set(path, Buffer.from(content).toString());
    this.meanwhile();
  }
  async replace({ generation }: UploadedPicture, content: Uint8Array) {
    this.#do('replace');
    if (this.object?.generation !== generation) return false;
    this.object = { generation: `${generation}+`, content: Buffer.from(content).toString() };
    return true;
  }
  async isStored() {
    return this.object !== null;
  }
  async deleteCopies(paths: readonly string[]) {
    for (const path of paths) this.copies.delete(path);
  }
  async delete({ generation }: UploadedPicture) {
    this.#do('delete');
    if (this.object?.generation === generation) this.object = null;
  }
  async deleteTicket(uid: string, file: string) {
    this.#do(`ticket ${uid} ${file}`);
  }
}

const clean = async (upload: Uint8Array, squares: readonly SmallImageSide[]) => ({
  content: Buffer.from(`clean ${Buffer.from(upload)}`),
  small: squares.map((side) => ({ side, content: Buffer.from(`${side} of ${Buffer.from(upload)}`) })),
});
const refuse = async () => null;
const ticket = `ticket ada ${fileId}`;

let store: OnePicture;
beforeEach(() => {
  store = new OnePicture();
});

it('writes a picture anew, and takes the ticket', async () => {
  await settlePicture(store, clean, picture, now);
  expect(store.object).toStrictEqual({ generation: '1+', content: 'clean upload' });
  expect(store.done).toStrictEqual(['replace', ticket]);
});

it('deletes what is no picture, and takes the ticket', async () => {
  await settlePicture(store, refuse, picture, now);
  expect(store.object).toBeNull();
  expect(store.done).toStrictEqual(['delete', ticket]);
});

it('leaves a picture that it has written alone', async () => {
  await settlePicture(store, clean, picture, now);
  await settlePicture(store, refuse, picture, now);
  expect(store.object?.content).toBe('clean upload');
  expect(store.done).toStrictEqual(['replace', ticket, ticket]);
});

it('does nothing to a file that is in none of our places', async () => {
  await settlePicture(store, refuse, { ...picture, path: 'backup/everything.zip' }, now);
  expect(store.done).toStrictEqual([]);
});

it('leaves another upload that took its place alone', async () => {
  store.object = { generation: '2', content: 'another upload' };
  await settlePicture(store, refuse, picture, now);
  expect(store.object.content).toBe('another upload');
});

it('does nothing to a picture that is gone', async () => {
  store.object = null;
  await settlePicture(store, clean, picture, now);
  expect(store.done).toStrictEqual([ticket]);
});

it.each(['replace', ticket])('that stopped at "%s" is finished by the next delivery', async (step) => {
  store.failAt = step;
  await expect(settlePicture(store, clean, picture, now)).rejects.toThrow('stopped here');
  await settlePicture(store, clean, picture, now);
  expect(store.object?.content).toBe('clean upload');
  expect(store.done).toStrictEqual(['replace', ticket]);
});

describe('the square copies', () => {
  const face = { path: avatarImagePath('ada', fileId), generation: '1' };
  const paths = [`${face.path}_96`, `${face.path}_256`];

  it('of a face are there before the picture can be seen', async () => {
    await settlePicture(store, clean, face, now);
    expect([...store.copies]).toStrictEqual([
      [paths[0], '96 of upload'],
      [paths[1], '256 of upload'],
    ]);
    expect(store.done).toStrictEqual([...paths, 'replace', ticket]);
  });

  it('are not made of a picture in a chat', async () => {
    await settlePicture(store, clean, picture, now);
    expect(store.copies.size).toBe(0);
  });

  it('are not made of what is no picture', async () => {
    await settlePicture(store, refuse, face, now);
    expect(store.copies.size).toBe(0);
  });

  it('are complete after the next delivery, where one was stored when it stopped', async () => {
    store.failAt = paths[1] ?? null;
    await expect(settlePicture(store, clean, face, now)).rejects.toThrow('stopped here');
    expect(store.object?.content).toBe('upload');
    await settlePicture(store, clean, face, now);
    expect([...store.copies.keys()]).toStrictEqual(paths);
    expect(store.object?.content).toBe('clean upload');
  });

  it('go when the picture was deleted while they were made', async () => {
    store.meanwhile = () => {
      store.object = null;
    };
    await settlePicture(store, clean, face, now);
    expect(store.copies.size).toBe(0);
    expect(store.object).toBeNull();
  });

  it('stay when the same event is at work twice at once', async () => {
    store.meanwhile = () => {
      store.object = { generation: '1+', content: 'clean upload' };
    };
    await settlePicture(store, clean, face, now);
    expect(store.copies.size).toBe(2);
  });
});

it('that stopped while it deleted is finished by the next delivery', async () => {
  store.failAt = 'delete';
  await expect(settlePicture(store, refuse, picture, now)).rejects.toThrow('stopped here');
  await settlePicture(store, refuse, picture, now);
  expect(store.object).toBeNull();
});

describe('a good picture', () => {
  const facts: Record<string, [refused: Partial<PictureFacts>, kept: Partial<PictureFacts>]> = {
    'whose path names nobody': [{ uid: null }, { uid: 'ada' }],
    'for a chat that has ended': [{ chat: { ...chat, endedAt: at(1) } }, { chat }],
    'for a match that has run out': [
      { chat: { ...chat, expiresAt: at(now) } },
      { chat: { ...chat, expiresAt: at(now + 1000) } },
    ],
    'for a request that nobody has accepted': [
      { chat: { ...chat, state: 'request' } },
      { chat: { ...chat, state: 'open' } },
    ],
    'for a request that was declined': [
      { chat: { ...chat, state: 'declined' } },
      { chat: { ...chat, state: 'open' } },
    ],
    'of somebody banned': [{ sanction: { ...sanction, banned: true } }, { sanction }],
    'of somebody banned until later': [
      { sanction: { ...sanction, banned: true, until: at(now + 1000) } },
      { sanction: { ...sanction, banned: true, until: at(now) } },
    ],
    'of somebody who may not write': [
      { sanction: { ...sanction, denied: ['write'] } },
      { sanction: { ...sanction, denied: ['direct'] } },
    ],
    'of an account that was deleted': [
      { sanction: { ...sanction, kind: 'deleted', until: at(1) } },
      { sanction: { ...sanction, kind: 'signOut', until: at(1) } },
    ],
  };

  it.each(Object.entries(facts))('%s is deleted', async (_, [refused, kept]) => {
    store.facts = { ...store.facts, ...kept };
    await settlePicture(store, clean, picture, now);
    expect(store.object?.content).toBe('clean upload');

    store = new OnePicture();
    store.facts = { ...store.facts, ...refused };
    await settlePicture(store, clean, picture, now);
    expect(store.object).toBeNull();
  });

  it('of a person belongs to no chat', async () => {
    store.facts = { ...store.facts, chat: null };
    await settlePicture(store, clean, { ...picture, path: avatarImagePath('ada', fileId) }, now);
    expect(store.object?.content).toBe('clean upload');
  });
});
