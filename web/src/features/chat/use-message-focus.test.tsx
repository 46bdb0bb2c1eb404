import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { shownMessage } from './shown-message.fixture.ts';
import { type TimelineRow, toTimeline } from './timeline.ts';
import { useMessageFocus } from './use-message-focus.ts';

const scrollIntoView = vi.fn();
beforeEach(() => {
  scrollIntoView.mockClear();
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = scrollIntoView;
});

const noon = new Date(2026, 10, 20, 12, 0).getTime();
const messages = Array.from({ length: 6 }, (_, index) =>
  shownMessage({ id: `m${index}`, text: `message ${index}`, at: noon + index * 1_000 }),
);
const rows = toTimeline(messages, 'm3');

/** A list that draws the rows from `from` to `to`, and whichever has the focus. */
const List = ({
  all,
  from = 0,
  to = all.length,
}: {
  all: readonly TimelineRow[];
  from?: number;
  to?: number;
}) => {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>({
    scrollOffset: 0,
    viewportSize: 100,
    findItemIndex: () => to - 1,
  } as unknown as VirtualizerHandle);
  const { listProps, keptRows, goTo } = useMessageFocus(scroller, list, all);
  return (
    <>
      <div ref={scroller} role="log" aria-label="Messages" {...listProps}>
        {all.map((row, index) =>
          row.kind === 'message' && ((index >= from && index < to) || keptRows.includes(index)) ? (
            <article key={row.key} tabIndex={-1} data-message={row.key} aria-label={row.message.text}>
              <button type="button">Copy {row.message.text}</button>
            </article>
          ) : null,
        )}
      </div>
      <button type="button">Send</button>
      <button type="button" onClick={() => goTo('m1')}>
        Go to message 1
      </button>
    </>
  );
};

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

describe('going from message to message', () => {
  it('begins with the last one in sight, and passes days and the unread line', async () => {
    render(<List all={rows} />);
    await userEvent.tab();
    expect(focused()).toBe('Messages');
    const visited: unknown[] = [];
    for (const key of [
      '{ArrowUp}',
      '{ArrowUp}',
      '{ArrowUp}',
      '{ArrowUp}',
      '{ArrowDown}',
      '{Home}',
      '{End}',
    ]) {
      await userEvent.keyboard(key);
      visited.push(focused());
    }
    expect(visited).toEqual([5, 4, 3, 2, 3, 0, 5].map((index) => `message ${index}`));
  });

  it('stops at the first and at the last message', async () => {
    render(<List all={rows} />);
    screen.getByRole('article', { name: 'message 0' }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('message 0');
    screen.getByRole('article', { name: 'message 5' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('message 5');
  });

  it('goes on from a button in a message', async () => {
    render(<List all={rows} />);
    screen.getByRole('button', { name: 'Copy message 4' }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('message 3');
  });

  it('leaves keys with a modifier to the browser', () => {
    render(<List all={rows} />);
    const article = screen.getByRole('article', { name: 'message 4' });
    article.focus();
    expect(fireEvent.keyDown(article, { key: 'ArrowUp', altKey: true })).toBe(true);
    expect(focused()).toBe('message 4');
    expect(fireEvent.keyDown(article, { key: 'ArrowUp' })).toBe(false);
    expect(focused()).toBe('message 3');
  });

  it('reaches messages that are not drawn', async () => {
    render(<List all={rows} from={5} />);
    expect(screen.queryByRole('article', { name: 'message 0' })).toBeNull();
    screen.getByRole('article', { name: 'message 5' }).focus();
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('message 0');
    expect(scrollIntoView).toHaveBeenCalledExactlyOnceWith({ block: 'nearest' });
  });
});

describe('the message with the focus', () => {
  it('stays in the document when it is scrolled out of sight, until the focus goes elsewhere', () => {
    const { rerender } = render(<List all={rows} />);
    screen.getByRole('article', { name: 'message 1' }).focus();
    rerender(<List all={rows} from={5} />);
    expect(focused()).toBe('message 1');
    screen.getByRole('button', { name: 'Send' }).focus();
    rerender(<List all={rows} from={6} />);
    expect(screen.queryByRole('article', { name: 'message 1' })).toBeNull();
  });

  it('hands the focus to the list when it is discarded', () => {
    const { rerender } = render(<List all={rows} />);
    screen.getByRole('article', { name: 'message 5' }).focus();
    rerender(<List all={toTimeline(messages.slice(0, 5), 'm3')} />);
    expect(focused()).toBe('Messages');
  });
});

describe('being led to a message', () => {
  it('draws it, gives it the focus and brings it to the middle', async () => {
    render(<List all={rows} from={3} />);
    await userEvent.click(screen.getByRole('button', { name: 'Go to message 1' }));
    await vi.waitFor(() => expect(focused()).toBe('message 1'));
    expect(scrollIntoView).toHaveBeenCalledWith({ block: 'center' });
  });
});
