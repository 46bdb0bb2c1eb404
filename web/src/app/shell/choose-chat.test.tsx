import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLastChat } from '../../data/last-chat.ts';
import { noteJoined, noteLeft } from '../../data/left-chats.ts';
import { useLive } from '../../data/use-live.ts';
import { ChooseChat } from './choose-chat.tsx';

vi.mock('../../data/session/use-session.ts', () => ({ useUid: () => 'me' }));
vi.mock('../../data/watch-inbox.ts', () => ({ watchInbox: vi.fn() }));
vi.mock('../../data/use-live.ts', () => ({ useLive: vi.fn() }));

const Here = () => <p>At {useLocation().pathname}</p>;

const open = (
  width: 'wide' | 'phone',
  chats: readonly string[] | undefined,
  requests: readonly string[] = [],
) => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    () =>
      ({
        matches: width === 'wide',
        addEventListener: () => {},
        removeEventListener: () => {},
      }) as unknown as MediaQueryList,
  );
  vi.mocked(useLive).mockReturnValue({
    status: chats ? 'ready' : 'loading',
    value: chats?.map((id) => ({ id, request: requests.includes(id) ? 'received' : null })),
  } as never);
  render(
    <MemoryRouter>
      <Routes>
        <Route index element={<ChooseChat />} />
        <Route path="*" element={<Here />} />
      </Routes>
    </MemoryRouter>,
  );
};

beforeEach(() => {
  localStorage.clear();
});

describe('the start of a wide window', () => {
  it('opens the chat that was open last', () => {
    keepLastChat('me', 'second');
    open('wide', ['first', 'second']);
    expect(screen.getByText('At /chats/second')).toBeTruthy();
  });

  it('opens the first of the list where that one is not there any more', () => {
    keepLastChat('me', 'gone');
    noteLeft(['first']);
    open('wide', ['first', 'second']);
    noteJoined('first');
    expect(screen.getByText('At /chats/second')).toBeTruthy();
  });

  it('opens nobody’s request by itself', () => {
    keepLastChat('me', 'asked');
    open('wide', ['asked', 'second'], ['asked']);
    expect(screen.getByText('At /chats/second')).toBeTruthy();
  });

  it('opens nothing while the list is empty or on its way', () => {
    open('wide', undefined);
    expect(screen.getByRole('status', { name: 'Opening your last chat' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Help' })).toBeTruthy();
  });

  it('opens nothing on a phone, where the list itself is the screen', () => {
    open('phone', ['first']);
    expect(screen.queryByText(/^At/)).toBeNull();
  });
});
