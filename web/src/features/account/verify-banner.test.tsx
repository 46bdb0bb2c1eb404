import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { AccountError } from '../../data/session/account-error.ts';
import { sendVerification } from '../../data/session/send-verification.ts';
import { VerifyBanner } from './verify-banner.tsx';

vi.mock('../../data/session/send-verification.ts', () => ({ sendVerification: vi.fn() }));

const sendAgain = () => screen.queryByRole('button', { name: 'Send again' });
const onHide = vi.fn();
beforeEach(() => {
  render(<VerifyBanner email="mira@example.org" onHide={onHide} />);
});

it('sends the link once more, says where to, and does not offer it a third time', async () => {
  vi.mocked(sendVerification).mockResolvedValue();
  await userEvent.click(sendAgain() ?? document.body);
  expect(await screen.findByText(/sent it again to/)).toBeTruthy();
  expect(sendAgain()).toBeNull();
});

it('is kind about too many tries, and can be put away', async () => {
  vi.mocked(sendVerification).mockRejectedValue(new AccountError('too-many-tries'));
  await userEvent.click(sendAgain() ?? document.body);
  expect(await screen.findByText(/We have just sent you one. Look in the spam folder/)).toBeTruthy();
  expect(sendAgain()).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(onHide).toHaveBeenCalledTimes(1);
});
