import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { MessageContent } from './message-content.tsx';
import type { RowActions } from './row-actions.ts';
import { shownMessage } from './shown-message.fixture.ts';
import type { ShownMessage } from './shown-message.ts';

vi.mock('./message-quote.tsx', () => ({ MessageQuote: () => null }));

const draw = (over: Partial<ShownMessage>, isUnveiled = false) => {
  const onReveal = vi.fn();
  const actions = { onReveal } as unknown as RowActions;
  const message = shownMessage({ id: 'm1', text: 'a hard night', ...over });
  render(<MessageContent message={message} isUnfolded={false} isUnveiled={isUnveiled} actions={actions} />);
  return { onReveal };
};

it('veils what has a content note until it is asked for', async () => {
  const { onReveal } = draw({ contentNote: 'loss' });
  expect(screen.getByText('loss')).toBeTruthy();
  expect(screen.queryByText('a hard night')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(onReveal).toHaveBeenCalledExactlyOnceWith('m1', 'note');
});

it('shows it with its note once it was asked for, and to its author at once', () => {
  draw({ contentNote: 'loss' }, true);
  draw({ contentNote: 'loss', senderId: 'me' });
  expect(screen.getAllByText('a hard night')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Show' })).toBeNull();
});

it.each([
  [null, 'Message deleted'],
  ['moderator', 'Message removed by a moderator'],
  ['staff', 'Message removed by the people who look after Sameboat'],
] as const)('says in place of a deleted message who did it: %s', (removedBy, words) => {
  draw({ deleted: true, removedBy, text: '' });
  expect(screen.getByText(words)).toBeTruthy();
});

it('gives the focus to the message when what had it goes with the words', () => {
  const actions = { onReveal: vi.fn() } as unknown as RowActions;
  const content = (deleted: boolean) => (
    <article tabIndex={-1}>
      <MessageContent
        message={shownMessage({ id: 'm1', contentNote: 'loss', deleted })}
        isUnfolded={false}
        isUnveiled={false}
        actions={actions}
      />
    </article>
  );
  const { rerender } = render(content(false));
  screen.getByRole('button', { name: 'Show' }).focus();
  rerender(content(true));
  expect(document.activeElement).toBe(screen.getByRole('article'));
});
