import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { LeaveButton } from './leave-button.tsx';

const button = (onLeave: () => void, problem: string | null = null) => (
  <LeaveButton label="Leave chat" title="Leave this chat?" busy={false} problem={problem} onLeave={onLeave}>
    <p>What you wrote stays.</p>
  </LeaveButton>
);

describe('LeaveButton', () => {
  it('asks before it leaves, and says there why that did not work', async () => {
    const leave = vi.fn();
    const { rerender } = render(button(leave));
    await userEvent.click(screen.getByRole('button', { name: 'Leave chat' }));
    expect(leave).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(leave).toHaveBeenCalledTimes(1);
    rerender(button(leave, 'You are offline.'));
    expect(screen.getByRole('alert').textContent).toBe('You are offline.');
    expect(screen.getByRole('dialog', { name: 'Leave this chat?' })).toBeTruthy();
  });

  it('does nothing when one stays', async () => {
    const leave = vi.fn();
    render(button(leave));
    await userEvent.click(screen.getByRole('button', { name: 'Leave chat' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stay' }));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(leave).not.toHaveBeenCalled();
  });
});
