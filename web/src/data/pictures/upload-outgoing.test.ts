import { chatImagePath } from '@sameboat/model/image';
import { uploadTicketMs } from '@sameboat/model/limits';
import { uploadTicketPath } from '@sameboat/model/upload-ticket';
import { beforeEach, expect, it, vi } from 'vitest';
import { DataError } from '../data-error.ts';
import { plainText } from '../outbox-state.ts';
import { PictureProblem } from './picture-problem.ts';
import { dropOutgoing, uploadOutgoing } from './upload-outgoing.ts';

const fileId = 'AbCdEfGhIjKlMnOpQr12';
const path = chatImagePath('c', 'ada', fileId);

/** What the server and the device have. */
const world = vi.hoisted(() => ({
  tickets: new Map<string, number>(),
  objects: new Set<string>(),
  shelf: new Set<string>(),
  messages: new Set<string>(),
  acts: [] as string[],
  put: async (_path: string): Promise<void> => {},
}));

vi.mock('../../firebase/firestore.ts', () => ({ firestore: () => null }));
vi.mock('firebase/firestore', () => ({
  doc: (_: unknown, at: string) => at,
  getDocFromServer: async (at: string) => ({
    exists: () => world.tickets.has(at),
    data: () => {
      const ms = world.tickets.get(at) ?? 0;
      const atTime = { seconds: Math.floor(ms / 1000), nanoseconds: 0, toMillis: () => ms };
      return { target: 'chats/c', at: atTime };
    },
  }),
}));
vi.mock('../commit-now.ts', () => ({
  commitNow: async ([write]: { delete: string }[]) => {
    world.acts.push('delete ticket');
    world.tickets.delete(write?.delete ?? '');
  },
}));
vi.mock('../commit-paced.ts', () => ({
  commitPaced: async (_: unknown, [write]: { set: string }[]) => {
    world.acts.push('ask for ticket');
    world.tickets.set(write?.set ?? '', Date.now());
  },
}));
vi.mock('../send-message.ts', () => ({ isStored: async ({ id }: { id: string }) => world.messages.has(id) }));
vi.mock('./picture-shelf.ts', () => ({
  shelvedPicture: async (at: string) => (world.shelf.has(at) ? new Blob(['x']) : null),
  unshelve: async (paths: string[]) => {
    for (const each of paths) world.shelf.delete(each);
  },
}));
vi.mock('./upload-picture.ts', () => ({
  putPicture: async (at: string) => {
    world.acts.push('put');
    await world.put(at);
    world.objects.add(at);
  },
  ticketIsGone: async (at: string) => void world.tickets.delete(at),
  isPictureThere: async (at: string) => world.objects.has(at),
  deletePicture: async (at: string) => void world.objects.delete(at),
}));

const upload = (isFirst: boolean) =>
  uploadOutgoing('ada', path, { isFirst, signal: new AbortController().signal });
const codeOf = (attempt: Promise<void>) =>
  attempt.then(
    () => null,
    (cause: DataError) => cause.code,
  );
const ticket = uploadTicketPath('ada', fileId);

beforeEach(() => {
  world.tickets.clear();
  world.objects.clear();
  world.messages.clear();
  world.shelf = new Set([path]);
  world.acts = [];
  world.put = async () => {};
});

it('the first attempt asks for a ticket and stores the picture', async () => {
  await upload(true);
  expect(world.acts).toEqual(['ask for ticket', 'put']);
  expect(world.objects.has(path)).toBe(true);
});

it.each([
  ['nothing', () => {}, ['ask for ticket', 'put']],
  ['the ticket', () => world.tickets.set(ticket, Date.now()), ['put']],
  [
    'a ticket that has run out',
    () => world.tickets.set(ticket, Date.now() - uploadTicketMs),
    ['delete ticket', 'ask for ticket', 'put'],
  ],
  ['the picture, checked', () => world.objects.add(path), []],
] as const)('a later attempt that finds %s does only the rest', async (_, before, acts) => {
  before();
  await upload(false);
  expect(world.acts).toEqual(acts);
  expect(world.objects.has(path)).toBe(true);
});

it('a refusal by Storage is none when the picture is there: only the answer was lost', async () => {
  world.put = async (at) => {
    world.objects.add(at);
    throw new DataError('not-allowed');
  };
  await upload(true);
  world.put = async () => {
    throw new DataError('not-allowed');
  };
  world.objects.clear();
  expect(await codeOf(upload(true))).toBe('not-allowed');
});

it('says what went wrong: the device has lost it, the server cannot use it, or the check takes too long', async () => {
  world.shelf.clear();
  expect(await codeOf(upload(true))).toBe('unreadable');
  world.shelf.add(path);
  for (const [code, expected] of [
    ['refused', 'invalid'],
    ['slow', 'busy'],
  ] as const) {
    world.put = async () => {
      throw new PictureProblem(code);
    };
    expect(await codeOf(upload(true))).toBe(expected);
  }
});

it('a message that was discarded takes its pictures along, unless the server has it after all', async () => {
  const picture = { path, width: 4, height: 3, alt: '', size: 1, state: 'stored' as const };
  const item = { id: 'm', chatId: 'c', ...plainText(''), pictures: [picture], writtenAt: 0, error: null };
  world.objects.add(path);
  world.messages.add('m');
  await dropOutgoing('ada', item);
  expect([world.objects.size, world.shelf.size]).toEqual([1, 0]);
  world.messages.clear();
  await dropOutgoing('ada', item);
  expect(world.objects.size).toBe(0);
});
