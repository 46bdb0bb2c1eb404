import { newGroupChat } from '@sameboat/model/chat';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noDraft, readDraft } from '../../data/drafts.ts';
import { setEnterSends } from '../../data/enter-sends.ts';
import { plainText } from '../../data/outbox-state.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { Composer } from './composer.tsx';

const now = { seconds: 1_700_000_000, nanoseconds: 0, toMillis: () => 1_700_000_000_000 };

const chat: ChatEntry = {
  id: 'c1',
  ...newGroupChat(
    { communityId: 'harbour', name: 'Evening', about: '', access: 'open', createdBy: 'ada' },
    now,
  ),
};
const people = { uid: 'ada', chat, me: 'ada', authors: () => [] };

const draw = () => {
  const onSend = vi.fn();
  const view = render(<Composer people={people} onSend={onSend} />);
  return { onSend, field: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }), ...view };
};

/** A browser to which of the app's media queries this one alone applies. */
const withMedia = (applies: string | null) =>
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({
    matches: query === applies,
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
  withMedia(null);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the composer', () => {
  it('sends on Enter where there is a keyboard, is empty at once and keeps no draft', async () => {
    const { onSend, field } = draw();
    await userEvent.type(field, '  Good evening {Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith(plainText('Good evening'));
    expect(field.value).toBe('');
    expect(readDraft('ada', 'c1')).toEqual(noDraft);
  });

  it('starts a new line on Shift+Enter, and on Enter on a touch screen', async () => {
    const { onSend, field } = draw();
    await userEvent.type(field, 'one{Shift>}{Enter}{/Shift}two');
    expect(field.value).toBe('one\ntwo');
    withMedia('(pointer: coarse)');
    await userEvent.type(field, '{Enter}three');
    expect(field.value).toBe('one\ntwo\nthree');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('sends on Enter, or does not, as the person chose, and always with Ctrl', async () => {
    setEnterSends('ada', false);
    const { onSend, field } = draw();
    await userEvent.type(field, 'one{Enter}two');
    expect([field.value, onSend.mock.calls.length]).toEqual(['one\ntwo', 0]);
    expect(field.getAttribute('enterkeyhint')).toBe('enter');
    await userEvent.type(field, '{Control>}{Enter}{/Control}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith(plainText('one\ntwo'));
    withMedia('(pointer: coarse)');
    act(() => setEnterSends('ada', true));
    expect(field.getAttribute('enterkeyhint')).toBe('send');
    await userEvent.type(field, 'three{Enter}');
    expect(onSend).toHaveBeenLastCalledWith(plainText('three'));
  });

  it('keeps the lines of what is pasted, and strips what only a mention may have', async () => {
    const { onSend, field } = draw();
    await userEvent.click(field);
    await userEvent.paste('one\ntwo\n\nthree \u2068@Otter\u2069');
    expect(field.value).toBe('one\ntwo\n\nthree @Otter');
    await userEvent.keyboard('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith(plainText('one\ntwo\n\nthree @Otter'));
  });

  it('sends a content note with the message, keeps it in the draft, and forgets a blank one', async () => {
    const { onSend, field } = draw();
    const button = screen.getByRole('button', { name: 'Add a content note' });
    await userEvent.click(button);
    const note = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Content note' });
    await waitFor(() => expect(document.activeElement).toBe(note));
    expect(note.maxLength).toBe(80);
    await userEvent.type(note, ' about loss ');
    expect(readDraft('ada', 'c1').contentNote).toBe(' about loss ');
    await userEvent.type(field, 'It was hard{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith({
      ...plainText('It was hard'),
      contentNote: 'about loss',
    });
    expect(screen.queryByRole('textbox', { name: 'Content note' })).toBeNull();

    await userEvent.click(button);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Content note' }), '  ');
    await userEvent.type(field, 'Better now{Enter}');
    expect(onSend).toHaveBeenLastCalledWith(plainText('Better now'));

    await userEvent.click(button);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Content note' }), 'x{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Content note' })).toBeNull();
    expect(document.activeElement).toBe(field);
    expect(readDraft('ada', 'c1')).toEqual(noDraft);
  });

  it('leaves Enter to an input method while that composes a word', async () => {
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

  it('has what was typed again after a reload', async () => {
    const { field, unmount } = draw();
    await userEvent.type(field, 'half a thought');
    unmount();
    expect(draw().field.value).toBe('half a thought');
  });

  it('keeps a text that is too long, says by how much, and does not send it', () => {
    const { onSend, field } = draw();
    fireEvent.change(field, { target: { value: 'x'.repeat(4_001) } });
    expect(screen.getByText(/^1 character too many\./)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onSend).not.toHaveBeenCalled();
    expect(field.value).toHaveLength(4_001);
    fireEvent.change(field, { target: { value: 'x'.repeat(4_000) } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledExactlyOnceWith(plainText('x'.repeat(4_000)));
  });
});

describe('opening a chat', () => {
  const withLink = (attributes: { 'aria-current'?: 'page' }) => {
    render(
      <a href="#chat" {...attributes}>
        Evening group
      </a>,
    );
    const link = screen.getByRole('link', { name: 'Evening group' });
    link.focus();
    return link;
  };

  it('focuses the composer on a wide screen, taking the focus from the link that led there', () => {
    withMedia('(min-width: 768px) and (pointer: fine)');
    withLink({ 'aria-current': 'page' });
    const { field } = draw();
    expect(document.activeElement).toBe(field);
  });

  it('leaves the focus to somebody who has moved on', () => {
    withMedia('(min-width: 768px) and (pointer: fine)');
    const link = withLink({});
    draw();
    expect(document.activeElement).toBe(link);
  });

  it('leaves the focus to a menu that was opened meanwhile', () => {
    withMedia('(min-width: 768px) and (pointer: fine)');
    render(<div role="menu" aria-label="Options" />);
    draw();
    expect(document.activeElement).toBe(document.body);
  });

  it('opens no keyboard on a phone', () => {
    withMedia('(pointer: coarse)');
    draw();
    expect(document.activeElement).toBe(document.body);
  });
});
