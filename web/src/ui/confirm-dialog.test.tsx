import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConfirmDialog } from './confirm-dialog.tsx';

const dialog = (open: boolean, onConfirm = () => {}, onCancel = () => {}) => (
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
);

describe('ConfirmDialog', () => {
  it('is not there until it is asked for', async () => {
    const { rerender } = render(dialog(false));
    expect(screen.queryByRole('dialog')).toBeNull();
    rerender(dialog(true));
    expect(await screen.findByRole('dialog', { name: 'Leave this community?' })).toBeTruthy();
  });

  it('puts the focus on the way out', async () => {
    render(dialog(true));
    const stay = await screen.findByRole('button', { name: 'Stay' });
    await vi.waitFor(() => expect(document.activeElement).toBe(stay));
  });

  it('confirms only when its button is pressed', async () => {
    const confirm = vi.fn();
    const cancel = vi.fn();
    render(dialog(true, confirm, cancel));
    await userEvent.click(await screen.findByRole('button', { name: 'Stay' }));
    expect([confirm.mock.calls.length, cancel.mock.calls.length]).toEqual([0, 1]);
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(confirm).toHaveBeenCalledTimes(1);
  });
});
