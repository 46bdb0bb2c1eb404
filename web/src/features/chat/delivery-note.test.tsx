import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DeliveryNote } from './delivery-note.tsx';
import type { ShownMessage } from './shown-message.ts';

const message: ShownMessage = {
  id: 'm1',
  senderId: 'me',
  mine: true,
  kind: 'text',
  text: 'what I wrote',
  contentNote: null,
  edited: false,
  deleted: false,
  at: 0,
  delivery: 'sending',
  failure: null,
};

const draw = (over: Partial<ShownMessage>) => {
  const choices = { onRetry: vi.fn(), onDiscard: vi.fn() };
  render(<DeliveryNote message={{ ...message, ...over }} {...choices} />);
  return choices;
};

describe('how far my message has come', () => {
  it.each([
    ['sending', 'Sending'],
    ['waiting', 'Waiting to send'],
    ['sent', 'Sent'],
  ] as const)('is said in words when it is %s', (delivery, words) => {
    draw({ delivery });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers to retry, copy or discard what was refused, and says why', async () => {
    const user = userEvent.setup();
    const { onRetry, onDiscard } = draw({ delivery: 'failed', failure: 'not-allowed' });
    expect(screen.getByText('This was not sent: you cannot write in this chat now.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('what I wrote');
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(onRetry).toHaveBeenCalledExactlyOnceWith('m1');
    expect(onDiscard).toHaveBeenCalledExactlyOnceWith('m1');
  });
});
