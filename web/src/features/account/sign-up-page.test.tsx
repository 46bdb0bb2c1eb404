import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountError } from '../../data/session/account-error.ts';
import { checkHandle } from '../../data/session/check-handle.ts';
import { claimProfile } from '../../data/session/claim-profile.ts';
import { createAccount } from '../../data/session/create-account.ts';
import type { Session } from '../../data/session/session.ts';
import { useSession } from '../../data/session/use-session.ts';
import { SignUpPage } from './sign-up-page.tsx';

vi.mock('../../data/session/create-account.ts', () => ({ createAccount: vi.fn() }));
vi.mock('../../data/session/claim-profile.ts', () => ({ claimProfile: vi.fn() }));
vi.mock('../../data/session/check-handle.ts', () => ({ checkHandle: vi.fn() }));
vi.mock('../../data/session/use-session.ts', () => ({ useSession: vi.fn() }));
vi.mock('../../data/session/session-store.ts', () => ({ startSession: vi.fn() }));

const signedOut: Session = { status: 'signed-out' };

const Elsewhere = () => {
  const { pathname, state } = useLocation();
  return (
    <p>
      At {pathname} with {JSON.stringify(state)}
    </p>
  );
};

const open = () =>
  render(
    <MemoryRouter initialEntries={[{ pathname: '/sign-up', state: { from: '/chats/abc' } }]}>
      <Routes>
        <Route path="/sign-up" element={<SignUpPage />} />
        <Route path="*" element={<Elsewhere />} />
      </Routes>
    </MemoryRouter>,
  );

const fillIn = async (fields: Record<string, string> = {}) => {
  const all = {
    Handle: '@Mira_8',
    'Display name': 'Mira',
    'E-mail': 'mira@example.org',
    Password: 'a few plain words',
    ...fields,
  };
  for (const [label, words] of Object.entries(all)) await userEvent.type(screen.getByLabelText(label), words);
  await userEvent.click(screen.getByLabelText('I am 16 or older'));
};

const submit = () => userEvent.click(screen.getByRole('button', { name: 'Create account' }));

beforeEach(() => {
  vi.mocked(useSession).mockReturnValue(signedOut);
  vi.mocked(createAccount).mockReset().mockResolvedValue('uid1');
  vi.mocked(claimProfile).mockReset().mockResolvedValue();
  vi.mocked(checkHandle).mockReset().mockResolvedValue(true);
});

describe('SignUpPage', () => {
  it('says what is missing, goes to the first such field and asks nobody', async () => {
    open();
    await submit();
    expect(screen.getByLabelText('Handle').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText('Handle'));
    expect(screen.getByText('Enter your e-mail address.')).toBeTruthy();
    expect(createAccount).not.toHaveBeenCalled();
  });

  it('tells a taken handle while it is typed, and makes no account with it', async () => {
    vi.mocked(checkHandle).mockImplementation(async (handle) => handle !== 'mira_8');
    open();
    await fillIn();
    expect(await screen.findByText('That handle is taken. Try another.')).toBeTruthy();
    await submit();
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Handle')));
    expect(createAccount).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('Handle'), '8');
    expect(await screen.findByText('This handle is free.')).toBeTruthy();
    expect(screen.queryByText('That handle is taken. Try another.')).toBeNull();
    await submit();
    await vi.waitFor(() => expect(createAccount).toHaveBeenCalledTimes(1));
  });

  it('refuses a password that is easy to guess, under its field, and asks nobody', async () => {
    open();
    await fillIn({ Password: 'password123' });
    await submit();
    expect(await screen.findByText('That password is easy to guess. Add another word or two.')).toBeTruthy();
    const password = screen.getByLabelText<HTMLInputElement>('Password');
    expect([password.value, password.getAttribute('aria-invalid')]).toEqual(['password123', 'true']);
    expect(createAccount).not.toHaveBeenCalled();
  });

  it('makes no account for somebody who does not say that they are 16 or older', async () => {
    open();
    await fillIn();
    await userEvent.click(screen.getByLabelText('I am 16 or older'));
    await submit();
    expect(await screen.findByText('Sameboat is for people who are 16 or older.')).toBeTruthy();
    expect(createAccount).not.toHaveBeenCalled();
  });

  it('makes the account, then claims the handle as it will be kept', async () => {
    open();
    await fillIn();
    await submit();
    await vi.waitFor(() =>
      expect(createAccount).toHaveBeenCalledWith('mira@example.org', 'a few plain words'),
    );
    await vi.waitFor(() =>
      expect(claimProfile).toHaveBeenCalledWith({ uid: 'uid1', handle: 'mira_8', displayName: 'Mira' }),
    );
  });

  it('puts a taken e-mail under its field and keeps everything typed', async () => {
    vi.mocked(createAccount).mockRejectedValue(new AccountError('email-taken'));
    open();
    await fillIn();
    await submit();
    expect(await screen.findByText(/already an account with this e-mail/)).toBeTruthy();
    expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('a few plain words');
    expect(claimProfile).not.toHaveBeenCalled();
  });

  it('says so when there is no network, in words about the whole form', async () => {
    vi.mocked(createAccount).mockRejectedValue(new AccountError('offline'));
    open();
    await fillIn();
    await submit();
    expect(await screen.findByText(/could not reach the server/)).toBeTruthy();
  });

  it('keeps the account when the handle is taken and asks for another, with the rest still typed', async () => {
    vi.mocked(claimProfile).mockRejectedValue(new AccountError('handle-taken'));
    open();
    await fillIn();
    await submit();
    const words = (await screen.findByText(/^At \/welcome with/)).textContent ?? '';
    expect(JSON.parse(words.slice(words.indexOf('{')))).toEqual({
      from: '/chats/abc',
      handle: 'mira_8',
      displayName: 'Mira',
      handleProblem: 'That handle is taken. Try another.',
    });
  });

  it('goes on to the profile once the session is there, and keeps where the person wanted to go', () => {
    const someone = { handle: 'mira', displayName: 'Mira' } as Extract<
      Session,
      { status: 'signed-in' }
    >['profile'];
    vi.mocked(useSession).mockReturnValue({ status: 'signed-in', uid: 'u', email: null, profile: someone });
    open();
    expect(screen.getByText(/^At \/welcome with .*\/chats\/abc/)).toBeTruthy();
  });
});
