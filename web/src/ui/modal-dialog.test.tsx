import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ModalDialog } from './modal-dialog.tsx';

describe('ModalDialog', () => {
  it('asks to be dismissed by Escape and by a press on the scrim, and not by one inside', () => {
    const dismiss = vi.fn();
    render(
      <ModalDialog open onDismiss={dismiss} aria-label="About this chat">
        <p>Inside</p>
      </ModalDialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'About this chat' });
    fireEvent.click(screen.getByText('Inside'));
    expect(dismiss).not.toHaveBeenCalled();
    fireEvent.click(dialog);
    expect(dismiss).toHaveBeenCalledTimes(1);
    const cancel = createEvent('cancel', dialog, { cancelable: true });
    fireEvent(dialog, cancel);
    expect(dismiss).toHaveBeenCalledTimes(2);
    // Whether it closes is for `open` to say.
    expect(cancel.defaultPrevented).toBe(true);
  });
});
