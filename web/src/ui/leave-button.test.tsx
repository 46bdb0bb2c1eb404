import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { LeaveButton } from './leave-button.tsx';
import { theme } from './theme/theme.ts';

const button = (onLeave: () => void, problem: string | null = null) => (
  <MantineProvider theme={theme} env="test">
    <LeaveButton label="Leave chat" title="Leave this chat?" busy={false} problem={problem} onLeave={onLeave}>
      <p>What you wrote stays.</p>
    </LeaveButton>
  </MantineProvider>
);

describe('LeaveButton', () => {
  it('asks before it leaves, and says there why that did not work', async () => {
    const leave = vi.fn();
    const { rerender } = render(button(leave));
    await userEvent.click(screen.getByRole('button', { name: 'Leave chat' }));
    expect(leave).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(leave).toHaveBeenCalledTimes(1);
    rerender(button(leave, 'You are offline.'));
    expect(screen.getByRole('alert').textContent).toBe('You are offline.');
    expect(screen.getByRole('dialog', { name: 'Leave this chat?' })).toBeTruthy();
  });

  it('does nothing when one stays', async () => {
    const leave = vi.fn();
    render(button(leave));
    await userEvent.click(screen.getByRole('button', { name: 'Leave chat' }));
    await userEvent.click(screen.getByRole('button', { name: 'Stay' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(leave).not.toHaveBeenCalled();
  });
});
