import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountError } from '../../data/session/account-error.ts';
import { signIn } from '../../data/session/sign-in.ts';
import { SignInPage } from './sign-in-page.tsx';

vi.mock('../../data/session/sign-in.ts', () => ({ signIn: vi.fn() }));
vi.mock('../../data/session/use-session.ts', () => ({ useSession: () => ({ status: 'signed-out' }) }));
vi.mock('../../data/session/session-store.ts', () => ({ startSession: vi.fn() }));

const open = (state?: unknown) =>
  render(
    <MemoryRouter initialEntries={[{ pathname: '/sign-in', state }]}>
      <SignInPage />
    </MemoryRouter>,
  );

const tryToSignIn = async () => {
  open();
  await userEvent.type(screen.getByLabelText('E-mail'), 'mira@example.org');
  await userEvent.type(screen.getByLabelText('Password'), 'guess');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
};

beforeEach(() => {
  vi.mocked(signIn).mockReset();
});

describe('SignInPage', () => {
  it.each([
    ['wrong-credentials', /The e-mail or the password is wrong/],
    ['too-many-tries', /Wait a few minutes/],
    ['account-disabled', /moderator has closed/],
    ['offline', /could not reach the server/],
    ['unknown', /Something went wrong on our side/],
  ] as const)('answers %s with a sentence that helps, and lets one try again', async (code, sentence) => {
    vi.mocked(signIn).mockRejectedValue(new AccountError(code));
    await tryToSignIn();
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign in' }).getAttribute('aria-disabled')).toBeNull();
  });

  it('says what is missing and goes to the first such field', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your e-mail address.')).toBeTruthy();
    expect(screen.getByText('Enter your password.')).toBeTruthy();
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('E-mail')));
    expect(signIn).not.toHaveBeenCalled();
  });

  it('says why somebody is here who was on the way to another page, and nothing to others', () => {
    const { unmount } = open({ from: '/chats/abc' });
    expect(screen.getByText(/Only members can see that page/)).toBeTruthy();
    unmount();
    open();
    expect(screen.queryByText(/Only members can see that page/)).toBeNull();
  });

  it('signs in with what was typed', async () => {
    vi.mocked(signIn).mockResolvedValue();
    await tryToSignIn();
    await vi.waitFor(() => expect(signIn).toHaveBeenCalledWith('mira@example.org', 'guess'));
  });

  it('does nothing when pressed again while it is at work', async () => {
    vi.mocked(signIn).mockReturnValue(new Promise(() => {}));
    await tryToSignIn();
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await vi.waitFor(() => expect(signIn).toHaveBeenCalled());
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('shows the password only when asked to', async () => {
    vi.mocked(signIn).mockReturnValue(new Promise(() => {}));
    await tryToSignIn();
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text');
  });
});
