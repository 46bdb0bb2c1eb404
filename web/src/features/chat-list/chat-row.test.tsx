import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { ChatRow } from './chat-row.tsx';
import { previewOf } from './preview-of.ts';
import { unreadLabel, unreadOf } from './unread-of.ts';

const time = (seconds: number, nanoseconds = 0) => ({ seconds, nanoseconds, toMillis: () => seconds * 1000 });
const last = { text: 'How was\n your day?', senderId: 'bo', senderName: 'Bo', at: time(100) };

const entry = (over: Partial<InboxEntry> = {}): InboxEntry => ({
  id: 'c1',
  type: 'group',
  name: 'Evening group',
  communityId: 'k1',
  otherUid: null,
  last,
  unread: 3,
  mentions: 0,
  readAt: null,
  muted: false,
  pinned: false,
  updatedAt: time(100),
  ...over,
});

const draw = (row: InboxEntry) =>
  render(
    <MemoryRouter>
      <ChatRow row={row} uid="ada" current={false} />
    </MemoryRouter>,
  );

describe('the unread number', () => {
  it('is what was counted while the last message is newer than what I read', () => {
    expect(unreadOf(entry({ readAt: time(99, 999_999_000) }))).toBe(3);
    expect(unreadOf(entry())).toBe(3);
  });

  it('is nothing from the moment that I have read to the end, whatever was counted', () => {
    expect(unreadOf(entry({ readAt: time(100) }))).toBe(0);
    expect(unreadOf(entry({ readAt: time(101) }))).toBe(0);
  });

  it('stops at 99+', () => {
    expect(unreadLabel(99)).toBe('99');
    expect(unreadLabel(100)).toBe('99+');
  });
});

describe('the line of the last message', () => {
  it('names the writer in a group, me as You, and nobody when there are but two', () => {
    expect(previewOf(entry(), 'ada')).toEqual({ who: 'Bo', what: 'How was your day?' });
    expect(previewOf(entry(), 'bo')).toEqual({ who: 'You', what: 'How was your day?' });
    expect(previewOf(entry({ type: 'direct' }), 'ada').who).toBe('');
  });
});

describe('a row of the chat list', () => {
  it('is one link that says the name, the number and the last message', () => {
    draw(entry());
    const link = screen.getByRole('link', { name: /Evening group.*Bo: How was your day\?.*3 unread/ });
    expect(link.getAttribute('href')).toBe('/chats/c1');
  });

  it('says in words that a chat is muted or pinned', () => {
    draw(entry({ muted: true, pinned: true, unread: 0 }));
    expect(screen.getByLabelText('Muted')).toBeTruthy();
    expect(screen.getByLabelText('Pinned')).toBeTruthy();
    expect(screen.queryByText(/unread/)).toBeNull();
  });
});
