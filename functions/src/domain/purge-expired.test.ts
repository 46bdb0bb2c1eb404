import { expect, it } from 'vitest';
import type { Fields } from './document-store.ts';
import { crashEverywhere, MemoryDocuments } from './memory-document-store.fixture.ts';
import { purgeExpired } from './purge-expired.ts';
import { timeOf } from './time-of.ts';

const now = 1_700_000_000_000;

function match(id: string, expiresAt: number): Record<string, Fields> {
  return {
    [`chats/${id}`]: { type: 'match', participants: [], expiresAt: timeOf(expiresAt) },
    [`chats/${id}/private/pair`]: { uids: ['ada', 'ben'] },
    [`chats/${id}/private/last`]: { text: 'Good night' },
    [`chats/${id}/members/ada`]: {},
    [`chats/${id}/members/ben`]: {},
    [`chats/${id}/messages/m1`]: {},
    [`users/ada/inbox/${id}`]: {},
    [`users/ben/inbox/${id}`]: {},
  };
}

const live = { ...match('live', now + 1), 'chats/group': { type: 'group', expiresAt: null } };
const tickets = {
  'users/ada/uploads/old': { at: timeOf(now - 600_000) },
  'users/ada/uploads/new': { at: timeOf(now - 599_999) },
};
const stay = [...Object.keys(live), 'users/ada/uploads/new'].sort();

it('removes what has run out, with everything in it, and leaves what has not', async () => {
  const stores = new MemoryDocuments({ ...match('over', now), ...live, ...tickets }, [
    'chats/over/images/heron/one',
    'chats/live/images/heron/two',
  ]);
  expect(await purgeExpired({ documents: stores, pictures: stores }, now)).toEqual({ chats: 1, tickets: 1 });
  expect(stores.paths()).toEqual(stay);
  expect([...stores.pictures]).toEqual(['chats/live/images/heron/two']);
});

it('removes a private chat a month after it ended, and no sooner', async () => {
  const monthAgo = now - 30 * 24 * 3_600_000;
  const direct = (id: string, endedAt: number | null): Record<string, Fields> => ({
    [`chats/${id}`]: {
      type: 'direct',
      participants: ['ada', id],
      expiresAt: null,
      endedAt: endedAt === null ? null : timeOf(endedAt),
    },
    [`chats/${id}/messages/m1`]: {},
  });
  const stores = new MemoryDocuments({
    ...direct('old', monthAgo),
    ...direct('fresh', monthAgo + 1),
    ...direct('open', null),
  });
  expect((await purgeExpired({ documents: stores, pictures: stores }, now)).chats).toBe(1);
  expect(stores.paths()).toEqual(Object.keys({ ...direct('fresh', 1), ...direct('open', null) }).sort());
});

it('goes on until nothing is left', async () => {
  const many = Array.from({ length: 45 }, (_, index) => match(`over${index}`, now - index));
  const stores = new MemoryDocuments(Object.assign({}, ...many, live));
  expect((await purgeExpired({ documents: stores, pictures: stores }, now)).chats).toBe(45);
  expect(stores.paths()).toEqual(Object.keys(live).sort());
});

it('takes up what a run that broke off has left', async () => {
  await crashEverywhere(
    () => new MemoryDocuments({ ...match('one', now - 5), ...match('two', now), ...live, ...tickets }),
    (stores) => purgeExpired({ documents: stores, pictures: stores }, now),
    (stores) => expect(stores.paths()).toEqual(stay),
  );
});
