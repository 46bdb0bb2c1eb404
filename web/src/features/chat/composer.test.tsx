import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readDraft } from '../../data/drafts.ts';
import { Composer } from './composer.tsx';

const draw = () => {
  const onSend = vi.fn();
  const view = render(<Composer uid="ada" chatId="c1" onSend={onSend} />);
  return { onSend, field: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }), ...view };
};

const withPointer = (coarse: boolean) =>
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({
    matches: coarse && query.includes('coarse'),
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }));

beforeEach(() => {
  window.localStorage.clear();
  withPointer(false);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the composer', () => {
  it('sends on Enter where there is a keyboard, is empty at once and keeps no draft', async () => {
    const { onSend, field } = draw();
    await userEvent.type(field, '  Good evening {Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Good evening');
    expect(field.value).toBe('');
    expect(readDraft('ada', 'c1')).toBe('');
  });

  it('makes a line on Shift+Enter, and on Enter of a touch screen', async () => {
    const { onSend, field } = draw();
    await userEvent.type(field, 'one{Shift>}{Enter}{/Shift}two');
    expect(field.value).toBe('one\ntwo');
    withPointer(true);
    await userEvent.type(field, '{Enter}three');
    expect(field.value).toBe('one\ntwo\nthree');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('leaves Enter to an input method while it composes', async () => {
    const { onSend, field } = draw();
    await userEvent.type(field, 'こんにち');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledTimes(1);
  });

  it('sends nothing blank', async () => {
    const { onSend, field } = draw();
    await userEvent.type(field, '   {Enter}');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    expect(onSend).not.toHaveBeenCalled();
  });

  it('finds what was typed again after a reload', async () => {
    const { field, unmount } = draw();
    await userEvent.type(field, 'half a thought');
    unmount();
    expect(draw().field.value).toBe('half a thought');
  });

  it('counts near the limit, and keeps what is too long rather than cutting or sending it', () => {
    const { onSend, field } = draw();
    fireEvent.change(field, { target: { value: 'x'.repeat(3_990) } });
    expect(screen.getByText('10 characters left')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'x'.repeat(4_003) } });
    expect(screen.getByText(/^3 characters too many/)).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onSend).not.toHaveBeenCalled();
    expect(field.value).toHaveLength(4_003);
  });
});
