import { beforeEach, describe, expect, it, vi } from 'vitest';

const server = vi.hoisted(() => ({
  avatar: 'users/bo/avatar/AbCdEfGhIjKlMnOpQr01',
  reads: 0,
  cached: false,
}));

const snapshot = (fromCache: boolean) => ({
  metadata: { fromCache },
  data: () => ({ ok: true, value: { id: 'bo', displayName: 'Bo', avatar: server.avatar } }),
});
vi.mock('../firebase/firestore.ts', () => ({ firestore: () => ({}) }));
vi.mock('firebase/firestore', () => ({
  doc: () => ({ withConverter: () => ({}) }),
  getDoc: async () => {
    server.reads += 1;
    return snapshot(false);
  },
  getDocFromCache: async () => {
    if (!server.cached) throw new Error('not in the cache');
    return snapshot(true);
  },
}));

/** The module remembers for the life of a page, so each test loads it again. */
const load = async () => {
  vi.resetModules();
  return import('./get-user.ts');
};
type Source = ReturnType<Awaited<ReturnType<typeof load>>['getUser']>;

async function read(source: Source) {
  source.subscribe(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  return source.getSnapshot().value?.avatar;
}

beforeEach(() => {
  server.reads = 0;
  server.cached = false;
});

describe('what a device knows of a person', () => {
  it('is nothing before it has read of them, and costs no read', async () => {
    const { watchKnownUser } = await load();
    expect(await read(watchKnownUser('ada', 'bo'))).toBeUndefined();
    expect(server.reads).toBe(0);
  });

  it('is what it has stored of them, at no read', async () => {
    server.cached = true;
    const { watchKnownUser } = await load();
    expect(await read(watchKnownUser('ada', 'bo'))).toBe(server.avatar);
    expect(server.reads).toBe(0);
  });

  it('follows what is read of them elsewhere', async () => {
    const { getUser, watchKnownUser } = await load();
    const known = watchKnownUser('ada', 'bo');
    await read(known);
    await read(getUser('ada', 'bo'));
    expect(known.getSnapshot().value?.avatar).toBe(server.avatar);
    expect(server.reads).toBe(1);
  });
});

it('a person is read once a page, and again after what is known of them was out of date', async () => {
  const { forgetUser, getUser } = await load();
  const { closeAllListeners } = await import('./live-source.ts');
  const readAnew = () => {
    closeAllListeners();
    return read(getUser('ada', 'bo'));
  };
  await readAnew();
  await readAnew();
  expect(server.reads).toBe(1);
  forgetUser('cleo');
  await readAnew();
  expect(server.reads).toBe(1);
  forgetUser('bo');
  await readAnew();
  expect(server.reads).toBe(2);
});
