import { describe, expect, it } from 'vitest';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { placesToGo } from './places-to-go.ts';

const time = (seconds: number) => ({ seconds, nanoseconds: 0, toMillis: () => seconds * 1_000 });

const row = (over: Partial<InboxEntry>): InboxEntry => ({
  id: 'c1',
  type: 'group',
  name: 'Evening group',
  communityId: 'k1',
  otherUid: null,
  request: null,
  last: { text: 'Hi', senderId: 'bo', senderName: 'Bo', at: time(100) },
  unread: 0,
  mentions: 0,
  readAt: null,
  muted: false,
  pinned: false,
  updatedAt: time(100),
  ...over,
});

describe('the places to go', () => {
  it('are chats, the latest first even if another is pinned, then communities, then people', () => {
    const rows = [
      row({ pinned: true }),
      row({ id: 'dm_ada_cy', type: 'direct', name: 'Cy', otherUid: 'cy', updatedAt: time(200) }),
    ];
    expect(placesToGo('ada', rows, [{ id: 'k1', name: 'Harbour' }])).toEqual([
      { kind: 'Chat', name: 'Cy', to: '/chats/dm_ada_cy' },
      { kind: 'Chat', name: 'Evening group', to: '/chats/c1' },
      { kind: 'Community', name: 'Harbour', to: '/communities/k1' },
      { kind: 'Person', name: 'Cy', to: '/people/cy' },
      { kind: 'Person', name: 'Bo', to: '/people/bo' },
    ]);
  });

  it('are no requests to me, not myself, and nobody from a match or a home chat', () => {
    const mine = { text: 'Hi', senderId: 'ada', senderName: 'Ada', at: time(100) };
    const rows = [
      row({ id: 'dm_ada_di', type: 'direct', name: 'Di', otherUid: 'di', request: 'received' }),
      row({ last: mine }),
      row({ id: 'm', type: 'match', name: 'Heron' }),
      row({ id: 'h', type: 'home', name: 'Home' }),
    ];
    expect(placesToGo('ada', rows, []).map(({ name }) => name)).toEqual(['Evening group', 'Heron', 'Home']);
  });
});
