import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FoldingText } from './folding-text.tsx';

/** What a browser would have laid out: the height of the whole text, and of the twelve lines that are shown. */
const height = { whole: 0, shown: 0 };
let resized: () => void = () => {};

beforeEach(() => {
  height.shown = 12 * 24;
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => height.whole);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockImplementation(() =>
    Math.min(height.whole, height.shown),
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const long = `${'A long evening. '.repeat(60)} https://example.org/end`;

const Message = ({ text }: { text: string }) => {
  const [isUnfolded, setIsUnfolded] = useState(false);
  return <FoldingText text={text} isUnfolded={isUnfolded} onFold={setIsUnfolded} />;
};

const draw = (text: string, lines: number) => {
  height.whole = lines * 24;
  return render(<Message text={text} />);
};

describe('the text of a message', () => {
  it('is folded after twelve lines, and shown in full and folded again with one button', () => {
    draw(long, 13);
    const button = screen.getByRole('button', { name: 'Show more' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.focus();
    fireEvent.click(button);
    expect(screen.getByRole('button', { name: 'Show less', expanded: true })).toBe(document.activeElement);
    fireEvent.click(button);
    expect(screen.getByRole('button', { name: 'Show more', expanded: false })).toBe(document.activeElement);
  });

  it('is not folded at twelve lines', () => {
    draw(long, 12);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is folded when a narrower window makes it longer', () => {
    draw(long, 12);
    height.whole = 20 * 24;
    act(() => resized());
    expect(screen.getByRole('button', { name: 'Show more' })).toBeTruthy();
  });

  it('is folded when it is short but has many lines', () => {
    draw(Array.from({ length: 13 }, (_, line) => line).join('\n'), 13);
    expect(screen.getByRole('button', { name: 'Show more' })).toBeTruthy();
  });

  it('is shown in full when the focus comes to a link in the folded part', async () => {
    draw(long, 30);
    fireEvent.focus(await screen.findByRole('link'));
    expect(screen.getByRole('button', { name: 'Show less' })).toBeTruthy();
  });
});
