import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { theme } from './theme/theme.ts';

const dialog = (open: boolean, onConfirm = () => {}, onCancel = () => {}) => (
  <MantineProvider theme={theme} env="test">
    <ConfirmDialog
      open={open}
      title="Leave this community?"
      confirmLabel="Leave"
      cancelLabel="Stay"
      danger
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>You can join again later.</p>
    </ConfirmDialog>
  </MantineProvider>
);

describe('ConfirmDialog', () => {
  it('is not there until it is asked for', () => {
    const { rerender } = render(dialog(false));
    expect(screen.queryByRole('dialog')).toBeNull();
    rerender(dialog(true));
    expect(screen.getByRole('dialog', { name: 'Leave this community?' })).toBeTruthy();
  });

  it('puts the focus on the way out', () => {
    render(dialog(true));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay' }));
  });

  it('does the deed only when its name is pressed', async () => {
    const confirm = vi.fn();
    const cancel = vi.fn();
    render(dialog(true, confirm, cancel));
    await userEvent.click(screen.getByRole('button', { name: 'Stay' }));
    expect([confirm.mock.calls.length, cancel.mock.calls.length]).toEqual([0, 1]);
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(confirm).toHaveBeenCalledTimes(1);
  });
});
