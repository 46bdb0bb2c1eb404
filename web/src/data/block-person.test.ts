import { beforeEach, describe, expect, it, vi } from 'vitest';
import { blockPerson } from './block-person.ts';
import { commitNow } from './commit-now.ts';
import { DataError } from './data-error.ts';

const stored = vi.hoisted(() => ({ block: false }));
vi.mock('./commit-now.ts', () => ({ commitNow: vi.fn() }));
vi.mock('../firebase/firestore.ts', () => ({ firestore: () => ({}) }));
vi.mock('firebase/firestore', () => ({
  doc: () => ({}),
  getDocFromServer: async () => ({ exists: () => stored.block }),
}));

const refused = () => new DataError('not-allowed');
const block = expect.objectContaining({ set: 'users/ada/blocks/ben' });
const endChat = expect.objectContaining({ update: 'chats/dm_ada_ben' });
const sent = () => vi.mocked(commitNow).mock.calls.map(([writes]) => writes);

beforeEach(() => {
  vi.mocked(commitNow).mockReset();
  stored.block = false;
});

describe('blocking somebody', () => {
  it('is one commit where no private chat is open', async () => {
    await blockPerson('ada', 'ben');
    expect(sent()).toEqual([[block]]);
  });

  it('ends the private chat that the rules do not let it leave open', async () => {
    vi.mocked(commitNow).mockRejectedValueOnce(refused());
    await blockPerson('ada', 'ben');
    expect(sent()).toEqual([[block], [block, endChat]]);
  });

  it('does nothing when they are blocked already', async () => {
    vi.mocked(commitNow).mockRejectedValue(refused());
    stored.block = true;
    await expect(blockPerson('ada', 'ben')).resolves.toBeUndefined();
  });

  it('says that it did not work, and tries no more without a connection', async () => {
    vi.mocked(commitNow).mockRejectedValue(refused());
    await expect(blockPerson('ada', 'ben')).rejects.toThrow('not-allowed');
    vi.mocked(commitNow).mockReset().mockRejectedValue(new DataError('offline'));
    await expect(blockPerson('ada', 'ben')).rejects.toThrow('offline');
    expect(sent()).toHaveLength(1);
  });
});
