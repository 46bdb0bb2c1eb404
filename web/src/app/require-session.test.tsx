import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import type { Session } from '../data/session/session.ts';
import { useSession } from '../data/session/use-session.ts';
import { deleteAccountPath, RequireSession } from './require-session.tsx';

vi.mock('../data/session/use-session.ts', () => ({ useSession: vi.fn() }));

const Here = () => {
  const { pathname, state } = useLocation();
  return (
    <p>
      {pathname} {JSON.stringify(state)}
    </p>
  );
};

const open = (path: string, session: Session) => {
  vi.mocked(useSession).mockReturnValue(session);
  render(
    <MemoryRouter initialEntries={[path]}>
      <Routes>
        <Route element={<RequireSession />}>
          <Route path="/" element={<p>The chats</p>} />
          <Route path="/chats/:chatId" element={<p>The chat</p>} />
          <Route path={deleteAccountPath} element={<p>What goes</p>} />
        </Route>
        <Route path="*" element={<Here />} />
      </Routes>
    </MemoryRouter>,
  );
};

describe('RequireSession', () => {
  it('shows the landing page to guests at the start', () => {
    open('/', { status: 'signed-out' });
    expect(screen.getByRole('link', { name: 'Find your people' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Help' })).toBeTruthy();
  });

  it('sends guests to sign in from anywhere else, and keeps where they wanted to go', () => {
    open('/chats/abc', { status: 'signed-out' });
    expect(screen.getByText('/sign-in {"from":"/chats/abc"}')).toBeTruthy();
  });

  it('sends an account without a profile to complete it', () => {
    open('/', { status: 'without-profile', uid: 'u', email: null });
    expect(screen.getByText('/welcome {"from":"/"}')).toBeTruthy();
  });

  it('tells somebody who is banned why and until when, and leaves them crisis help and the way out', async () => {
    open('/chats/abc', { status: 'banned', uid: 'u', reason: 'Threats', until: Date.UTC(2027, 2, 4, 12) });
    expect(await screen.findByRole('heading', { name: 'Your account is suspended' })).toBeTruthy();
    expect(screen.getByText(/until .*2027/)).toBeTruthy();
    expect(screen.getByText(/Threats/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Help' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign out' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'export or delete it' }).getAttribute('href')).toBe(
      deleteAccountPath,
    );
    expect(screen.queryByText('The chat')).toBeNull();
  });

  it('lets somebody who is banned take their data along, and delete their account', () => {
    open(deleteAccountPath, { status: 'banned', uid: 'u', reason: '', until: null });
    expect(screen.getByText('What goes')).toBeTruthy();
    expect(screen.queryByText('Your account is suspended')).toBeNull();
  });

  it('waits without a verdict while nobody knows yet', () => {
    open('/chats/abc', { status: 'starting' });
    expect(screen.getByRole('status', { name: 'Opening Sameboat' })).toBeTruthy();
    expect(screen.queryByText('The chat')).toBeNull();
  });

  it('says why it cannot start, and offers to try again and crisis help', () => {
    open('/', { status: 'failed', code: 'config-unreachable' });
    expect(screen.getByRole('alert').textContent).toMatch(/could not reach the server/);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'crisis help' }).getAttribute('href')).toBe('/help');
  });
});
