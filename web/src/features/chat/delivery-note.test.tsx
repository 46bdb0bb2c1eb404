import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DeliveryNote } from './delivery-note.tsx';
import { shownMessage } from './shown-message.fixture.ts';
import type { ShownMessage } from './shown-message.ts';

const draw = (over: Partial<ShownMessage>) => {
  const choices = { onRetry: vi.fn(), onDiscard: vi.fn() };
  const note = (more: Partial<ShownMessage> = {}) => (
    <article tabIndex={-1} aria-label="You, 14:05">
      <DeliveryNote
        message={shownMessage({ id: 'm1', senderId: 'me', text: 'what I wrote', ...over, ...more })}
        {...choices}
      />
    </article>
  );
  const { rerender } = render(note());
  return { ...choices, become: (more: Partial<ShownMessage>) => rerender(note(more)) };
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

  it('offers to retry, copy or discard a message that was refused, and says why it was', async () => {
    const user = userEvent.setup();
    const { onRetry, onDiscard } = draw({ delivery: 'failed', failure: 'not-allowed' });
    expect(screen.getByText('Not sent. You cannot write in this chat now.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('what I wrote');
    expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(onRetry).toHaveBeenCalledExactlyOnceWith('m1');
    expect(onDiscard).toHaveBeenCalledExactlyOnceWith('m1');
  });

  it.each([
    ['too-often', /as many pictures as you can for now/],
    ['unreadable', /no longer has the pictures/],
    ['invalid', /could not use one of the pictures/],
  ] as const)(
    'says of pictures that were refused as %s why, and offers no words to copy',
    (failure, words) => {
      const picture = { path: 'p', width: 4, height: 3, alt: '', size: 9, upload: 'begun' as const };
      draw({ delivery: 'failed', failure, text: '', pictures: [picture] });
      expect(screen.getByText(words)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    },
  );

  it('says when the browser does not let it copy', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    draw({ delivery: 'failed' });
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: 'We could not copy this' })).toBeTruthy();
  });

  it('leaves the focus on the message when its buttons go', async () => {
    const { become } = draw({ delivery: 'failed' });
    screen.getByRole('button', { name: 'Retry' }).focus();
    become({ delivery: 'sending' });
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });
});
