import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, noDraft } from '../../data/drafts.ts';
import { type OutgoingMessage, plainText } from '../../data/outbox-state.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { preloadMenu } from '../../ui/menu.tsx';
import { Pictures } from '../../ui/pictures.ts';
import { ChatRow } from './chat-row.tsx';

const outbox = vi.hoisted(() => ({ messages: [] as unknown[] }));
vi.mock('../../data/use-outbox.ts', () => ({ useOutgoing: () => outbox.messages }));

vi.mock('../../data/get-user.ts', () => {
  const known = { status: 'ready', value: { avatar: 'users/bo/avatar/1' }, fromCache: true, error: null };
  return { watchKnownUser: () => ({ subscribe: () => () => {}, getSnapshot: () => known }) };
});

const time = (seconds: number) => ({ seconds, nanoseconds: 0, toMillis: () => seconds * 1000 });
const last = { text: 'How was your day?', senderId: 'bo', senderName: 'Bo', at: time(100) };

const entry = (over: Partial<InboxEntry> = {}): InboxEntry => ({
  id: 'c1',
  type: 'group',
  name: 'Evening group',
  communityId: 'k1',
  otherUid: null,
  request: null,
  last,
  unread: 3,
  mentions: 0,
  readAt: null,
  muted: false,
  pinned: false,
  updatedAt: time(100),
  ...over,
});

const draw = (over: Partial<InboxEntry> = {}, current = false) => {
  const row = entry(over);
  const actions = { onMute: vi.fn(), onPin: vi.fn(), onLeave: vi.fn() };
  render(
    <MemoryRouter>
      <Pictures value={(path) => path}>
        <ChatRow row={row} uid="ada" current={current} actions={actions} />
      </Pictures>
    </MemoryRouter>,
  );
  return { ...actions, row };
};

// The code of menus is fetched when a pointer comes near.
beforeAll(async () => {
  preloadMenu();
  await import('../../ui/menu-popup.tsx');
});
beforeEach(() => {
  window.localStorage.clear();
  outbox.messages = [];
});

describe('a row of the chat list', () => {
  it("shows the other person's picture in a direct chat, and no picture of anybody in a group chat", () => {
    const pictures = () => document.querySelectorAll('img').length;
    draw();
    expect(pictures()).toBe(0);
    draw({ id: 'dm_ada_bo', type: 'direct', communityId: null, otherUid: 'bo', name: 'Bo' });
    expect(pictures()).toBe(1);
  });

  it('is one link that says the name, the last message and the number of unread ones', () => {
    draw();
    const link = screen.getByRole('link', { name: /Evening group.*Bo ?: How was your day\?.*3 unread/ });
    expect(link.getAttribute('href')).toBe('/chats/c1');
  });

  it('says 99+ from a hundred unread messages on, as the open chat does', () => {
    draw({ unread: 100 });
    expect(screen.getByRole('link', { name: /99\+ unread/ })).toBeTruthy();
  });

  it('shows apart that I am mentioned in what is unread', () => {
    draw({ mentions: 2 });
    expect(screen.getByRole('link', { name: /@ You are mentioned.*3 unread/ })).toBeTruthy();
    draw({ mentions: 1, readAt: time(100), name: 'Read' });
    expect(screen.getByRole('link', { name: /Read/ }).textContent).not.toContain('mentioned');
  });

  it('says in words that a chat is muted or pinned', () => {
    draw({ muted: true, pinned: true, unread: 0 });
    expect(screen.getByLabelText('Muted')).toBeTruthy();
    expect(screen.getByLabelText('Pinned')).toBeTruthy();
    expect(screen.queryByText(/unread/)).toBeNull();
  });

  it('has the whole name for somebody who sees only its beginning', () => {
    const name = 'A very long name for a very small group of people in the evening';
    draw({ name });
    expect(screen.getByText(name).getAttribute('title')).toBe(name);
  });

  it('shows the draft of a chat that is not open', () => {
    keepDraft('ada', 'c1', { ...noDraft, words: { text: 'It was', spans: [] } });
    draw();
    expect(screen.getByRole('link', { name: /Draft: It was/ })).toBeTruthy();
  });

  it('shows no draft of the open chat, where it can be seen', () => {
    keepDraft('ada', 'c1', { ...noDraft, words: { text: 'It was', spans: [] } });
    draw({}, true);
    expect(screen.getByRole('link', { name: /Bo ?: How was your day\?/ })).toBeTruthy();
    expect(screen.queryByText(/It was/)).toBeNull();
  });

  it('shows a message that was refused', () => {
    const refused: OutgoingMessage = {
      id: 'm1',
      chatId: 'c1',
      ...plainText('Good evening'),
      writtenAt: 0,
      state: 'failed',
      error: 'not-allowed',
    };
    outbox.messages = [refused];
    draw();
    expect(screen.getByRole('link', { name: /Not sent: Good evening/ })).toBeTruthy();
  });
});

describe('the menu of a row', () => {
  const open = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Options for Evening group' }));
    return within(await screen.findByRole('menu'));
  };

  it('mutes and pins', async () => {
    const { onMute, row } = draw();
    const menu = await open();
    await userEvent.click(menu.getByRole('menuitem', { name: 'Mute' }));
    await vi.waitFor(() => expect(onMute).toHaveBeenCalledExactlyOnceWith(row, true));
  });

  it('unmutes and unpins', async () => {
    const { onPin, row } = draw({ muted: true, pinned: true });
    const menu = await open();
    expect(menu.getByRole('menuitem', { name: 'Unmute' })).toBeTruthy();
    await userEvent.click(menu.getByRole('menuitem', { name: 'Unpin' }));
    await vi.waitFor(() => expect(onPin).toHaveBeenCalledExactlyOnceWith(row, false));
  });

  it('leaves a group chat', async () => {
    const { onLeave, row } = draw();
    const menu = await open();
    await userEvent.click(menu.getByRole('menuitem', { name: 'Leave chat' }));
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledExactlyOnceWith(row));
  });

  it('leaves the home chat, too', async () => {
    const { onLeave, row } = draw({ type: 'home', communityId: null });
    const menu = await open();
    await userEvent.click(menu.getByRole('menuitem', { name: 'Leave chat' }));
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledExactlyOnceWith(row));
  });
});
